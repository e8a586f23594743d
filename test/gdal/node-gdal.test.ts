import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { createGdal, type StartThread } from '../../src/gdal/gdal-host.ts';
import type { FromGdal } from '../../src/gdal/gdal-protocol.ts';
import { openGdal } from '../../src/gdal/node-gdal.ts';

const GPX = new TextEncoder().encode(
  '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="50.5" lon="2.6"/></gpx>',
);
const REAL_DATA = join(import.meta.dirname, '../../../shared/real-data');

describe('GDAL in a thread of Node', () => {
  const gdal = openGdal();

  it('reads, and answers several calls in their order', async () => {
    const [tables, degrees, code] = await Promise.all([
      gdal.readTables({ 'a.gpx': GPX }, 'a.gpx'),
      gdal.toDegrees(Float64Array.of(700000, 6600000), 'EPSG:2154'),
      gdal.identifyCrs('+proj=utm +zone=31 +datum=WGS84'),
    ]);
    expect(tables[0]).toMatchObject({ name: 'waypoints', crs: 'OGC:CRS84' });
    expect(degrees[0]).toBeCloseTo(3, 9);
    expect(code).toBe('EPSG:32631');
  });

  it('writes a table with the types that are stated', async () => {
    const line = '{"type":"Feature","properties":{"c0":"2024"},"geometry":null}\n';
    const lines = new TextEncoder().encode(line);
    const fields = [{ name: 'an', type: 'text' as const }];
    const table = { name: 'a', lines, fields, geometry: null, crs: 'EPSG:2154' as const };
    const files = await gdal.writeTables([table], 'a.gpkg', ['-f', 'GPKG']);
    const [read] = await gdal.readTables(files, 'a.gpkg');
    expect(read).toMatchObject({ name: 'a', fields });
    await expect(gdal.writeTables([table], 'a.xyz', ['-f', 'XYZ'])).rejects.toThrow(
      expect.objectContaining({ code: 'engine-failed' }),
    );
  });

  it('ends a call that takes too long, and answers the next', async () => {
    const points = '<trkpt lat="50.5" lon="2.6"/>'.repeat(200_000);
    const long = new TextEncoder().encode(
      `<gpx version="1.1"><trk><trkseg>${points}</trkseg></trk></gpx>`,
    );
    await expect(gdal.readTables({ 'a.gpx': long }, 'a.gpx', { timeLimit: 5 })).rejects.toThrow(
      expect.objectContaining({ context: expect.objectContaining({ reason: 'timeout' }) }),
    );
    await expect(gdal.readTables({ 'a.gpx': GPX }, 'a.gpx')).resolves.toHaveLength(3);
  });

  it('a call that is cancelled rejects with the reason, before it starts too', async () => {
    const controller = new AbortController();
    const reading = gdal.readTables({ 'a.gpx': GPX }, 'a.gpx', { signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});

describe('a thread that fails', () => {
  const failing = (...messages: FromGdal[]): { start: StartThread; starts: () => number } => {
    let starts = 0;
    const start: StartThread = (hear) => {
      starts++;
      queueMicrotask(() => hear({ kind: 'ready' }));
      return { post: () => queueMicrotask(() => hear(messages.shift()!)), end: () => undefined };
    };
    return { start, starts: () => starts };
  };

  it('is replaced after it broke, and the file is said to be unreadable', async () => {
    const { start, starts } = failing(
      { kind: 'broken', words: 'RuntimeError: unreachable' },
      { kind: 'done', result: 'EPSG:2154' },
      { kind: 'done', result: null },
    );
    const gdal = createGdal(start);
    const error = await gdal.readTables({}, 'a.dxf').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).context).toMatchObject({ source: 'a.dxf', reason: 'gdal' });
    expect(await gdal.identifyCrs('x')).toBe('EPSG:2154');
    expect(await gdal.identifyCrs('y')).toBeNull();
    expect(starts()).toBe(2);
  });

  it('that cannot be started says so, and is tried again', async () => {
    let starts = 0;
    const gdal = createGdal((hear) => {
      starts++;
      queueMicrotask(() => hear({ kind: 'broken', words: '404' }));
      return { post: () => undefined, end: () => undefined };
    });
    for (const _ of [1, 2]) {
      await expect(gdal.identifyCrs('x')).rejects.toThrow(
        expect.objectContaining({ code: 'engine-failed' }),
      );
    }
    expect(starts).toBe(2);
  });
});

describe.skipIf(!existsSync(REAL_DATA))('real GeoPackages', () => {
  it('the PPRT of a prefecture has the counts and extents that ogrinfo 3.6 tells', async () => {
    const gdal = openGdal();
    const name = 'pprt_69dreal20090005.gpkg';
    const tables = await gdal.readTables(
      { [name]: readFileSync(join(REAL_DATA, 'ppr', name)) },
      name,
    );
    const seen = tables.map(({ name: table, geoJson, crs }) => {
      const { features } = JSON.parse(new TextDecoder().decode(geoJson));
      const numbers = JSON.stringify(features.map((f: { geometry: unknown }) => f.geometry))
        .match(/\d+\.\d+/g)
        ?.map(Number);
      const x = numbers?.filter((value) => value < 1e6) ?? [];
      const y = numbers?.filter((value) => value > 6e6) ?? [];
      const extent = [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
      return [
        table.split('_')[2] ?? table,
        features.length,
        crs,
        ...extent.map((v) => v.toFixed(6)),
      ];
    });
    const none = ['Infinity', 'Infinity', '-Infinity', '-Infinity'];
    const whole = ['921441.422227', '6459407.411871', '922195.211999', '6460124.808077'];
    expect(seen).toEqual(
      [
        [
          'zonereglementairefoncier',
          10,
          'EPSG:2154',
          '921720.749148',
          '6459591.626891',
          '922006.135244',
          '6459936.383732',
        ],
        ['zonereglementaireurba', 25, 'EPSG:2154', ...whole],
        ['perimetre', 1, 'EPSG:2154', ...whole],
        ['referenceinternet', 1, null, ...none],
        ['procedure', 1, null, ...none],
      ].map(([table, count, crs, ...extent]) => [String(table), count, crs, ...extent]),
    );
  });
});
