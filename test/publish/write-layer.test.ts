import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { parquetMetadata } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLayer } from '../../scripts/publish/write-layer.ts';
import { columnExtent } from '../../src/geo/row-boxes.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import { rowGroupsMeeting } from '../../src/loaders/row-groups.ts';
import { rowGroupSizes } from '../../src/publish/write/row-group-sizes.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = async (path: string) => {
  const data = new Uint8Array(await readFile(join(folder, path)));
  return { data, file: await openGeoParquet(memorySource(path, data)) };
};

describe('a written layer', () => {
  const hole: Geometry = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [2, 50],
          [3, 50],
          [3, 51],
          [2, 51],
          [2, 50],
        ],
        [
          [2.2, 50.2],
          [2.2, 50.4],
          [2.4, 50.4],
          [2.4, 50.2],
          [2.2, 50.2],
        ],
      ],
      [
        [
          [4, 50],
          [4.5, 50],
          [4.5, 50.5],
          [4, 50],
        ],
      ],
    ],
  };
  const meta = createLayerMeta({
    code: 'text',
    nombre: 'integer',
    grand: 'integer',
    part: 'number',
    actif: 'boolean',
    jour: 'date',
  });
  const columns = {
    code: ['é', 'œuvre <b>', '𝄞'],
    nombre: [1, null, -3],
    grand: [20007246000010, 1, null],
    part: [0.1, null, 1e300],
    actif: [true, null, false],
    jour: ['2025-02-28', null, '1969-12-31'],
  };
  const table = createLayerTable([createSquare(2.5, 50.1, 0.25), null, hole], columns);

  it('gives back every value, hole, part and null', async () => {
    const layer = await writeLayer(meta, table, folder);
    const { file } = await open(layer.file.path);
    const back = await file.readRowGroups([0], Object.keys(columns));
    expect(back.columns).toEqual(columns);
    expect(rowToGeometry(back.geometry, 1)).toBeNull();
    expect(rowToGeometry(back.geometry, 2)).toEqual(hole);
    expect(layer.extent).toEqual([2, 50, 4.5, 51]);
    expect(layer.file).toMatchObject({ rows: 3 });
  });

  it('is named after its content and leaves nothing beside it', async () => {
    const first = await writeLayer(meta, table, folder);
    const second = await writeLayer(meta, table, folder);
    expect(second.file).toEqual(first.file);
    expect(first.file.path).toBe(`layers/essai.${first.file.version}.parquet`);
    expect(await readdir(join(folder, 'layers'))).toEqual([`essai.${first.file.version}.parquet`]);
  });

  it('describes itself as GeoParquet 1.1 with a covering', async () => {
    const layer = await writeLayer(meta, table, folder);
    const { data } = await open(layer.file.path);
    const text = parquetMetadata(data).key_value_metadata?.find(({ key }) => key === 'geo')?.value;
    const geometry = JSON.parse(text ?? '').columns.geometry;
    expect(geometry).toMatchObject({
      encoding: 'WKB',
      geometry_types: ['MultiPolygon', 'Polygon'],
      orientation: 'counterclockwise',
      bbox: [2, 50, 4.5, 51],
    });
    expect(geometry.crs).toBeUndefined();
    expect(geometry.covering.bbox.xmax).toEqual(['bbox', 'xmax']);
  });

  it('refuses a value that is not of its field, naming the row', async () => {
    const wrong = createLayerTable([createSquare(2, 50, 1)], { ...columns, jour: ['2025-02-31'] });
    const written = writeLayer(createLayerMeta({ jour: 'date' }), wrong, folder);
    await expect(written).rejects.toMatchObject({ code: 'layer-invalid', context: { row: 0 } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a field without a column and a table without geometry', async () => {
    const absent = writeLayer(createLayerMeta({ absent: 'text' }), table, folder);
    await expect(absent).rejects.toMatchObject({ code: 'layer-invalid' });
    const empty = writeLayer(meta, createLayerTable([null], { code: ['a'] }), folder);
    await expect(empty).rejects.toMatchObject({ code: 'layer-invalid' });
  });
});

describe('a large layer', () => {
  it('is cut in row groups whose boxes hold their features and whose statistics find a key', async () => {
    const rows = 25_000;
    const geometries = Array.from({ length: rows }, (_, row) =>
      createSquare(2 + (row / rows) * 0.7, 50.31 + (row % 7) * 0.01, 0.0001),
    );
    const ids = geometries.map((_, row) => `62119000AB${String(row).padStart(5, '0')}`);
    const table = createLayerTable(geometries, { id: ids });
    const layer = await writeLayer(createLayerMeta({ id: 'text' }), table, folder);
    const { file } = await open(layer.file.path);
    expect(file.rowGroups.map((group) => group.rows)).toEqual(
      Array(7).fill(expect.closeTo(25_000 / 7, -1)),
    );
    for (const group of file.rowGroups) {
      const { geometry } = await file.readRowGroups([group.index], []);
      const [minX, minY, maxX, maxY] = columnExtent(geometry) ?? [0, 0, 0, 0];
      const [left, bottom, right, top] = group.extent;
      expect(left <= minX && bottom <= minY && right >= maxX && top >= maxY).toBe(true);
      expect(right - maxX).toBeLessThan(1e-5);
    }
    const starts = file.rowGroups.map((group) => group.firstRow);
    expect(file.rowGroupsHolding('id', ids[starts[2] as number] as string)).toEqual([2]);
    expect(rowGroupsMeeting(file.rowGroups, [2.01, 50.3, 2.02, 50.4])).toEqual([0]);
    const third = ids.slice(starts[2], starts[3]);
    expect(await file.readAttributes([2], ['id'])).toEqual({ id: third });
  });

  it('is cut where the commune changes when its rows come by commune', () => {
    const communes = [9000, 5000, 7000].flatMap((rows, i) => Array(rows).fill(`6200${i}`));
    const table = createLayerTable(
      communes.map(() => null),
      { nature: communes.map((_, row) => `n${row % 3}`), commune: communes },
    );
    expect(rowGroupSizes(table)).toEqual([3000, 3000, 3000, 2500, 2500, 3500, 3500]);
  });
});
