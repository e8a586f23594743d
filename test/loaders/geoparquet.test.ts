import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type KeyValue, parquetWriteBuffer } from 'hyparquet-writer';
import { afterEach, describe, expect, it } from 'vitest';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { httpSource, memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

const ROWS = 40_000;
const GROUP_ROWS = 4000;
/** Long and never alike, so that the file is large enough to be read by ranges. */
const label = (row: number) => (Math.imul(row + 1, 2654435761) >>> 0).toString(36).repeat(4);
const big = encodeGeoParquet(
  createLayerMeta({ id: 'text', libelle: 'text' }),
  createLayerTable(
    Array.from({ length: ROWS }, (_, row) => createSquare(2 + row / ROWS, 50, 0.001)),
    {
      id: Array.from({ length: ROWS }, (_, row) => `p${String(row).padStart(6, '0')}`),
      libelle: Array.from({ length: ROWS }, (_, row) => label(row)),
    },
  ),
);

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves with the listener; gives the address and the ranges that were asked for. */
async function serve(listener: RequestListener): Promise<{ url: string; ranges: string[] }> {
  const ranges: string[] = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range ?? 'whole');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/f.parquet`, ranges };
}

const byRange =
  (data: Uint8Array): RequestListener =>
  (request, response) => {
    const [, start, end] = request.headers.range?.match(/(\d+)-(\d+)/) ?? [];
    if (start === undefined) return response.writeHead(200).end(data);
    const part = data.subarray(Number(start), Number(end) + 1);
    if (part.length === 0) return response.writeHead(416).end();
    const range = `bytes ${start}-${Number(start) + part.length - 1}/${data.length}`;
    return response.writeHead(206, { 'Content-Range': range }).end(part);
  };

describe('a GeoParquet file over HTTP', () => {
  it('reads its footer, then only the row groups that are asked for, neighbours in one range', async () => {
    const { url, ranges } = await serve(byRange(big));
    const file = await openGeoParquet(httpSource(url, big.length));
    expect(ranges).toHaveLength(1);
    const downloads: number[] = [];
    const { columns, geometry } = await file.readRowGroups([3, 4], ['id'], {
      onProgress: ({ phase, done, total }) => {
        if (phase === 'download') downloads.push(done / total);
      },
    });
    expect(columns.id?.[0]).toBe('p012000');
    expect(geometry.length).toBe(8000);
    expect(geometry.xy[0]).toBeCloseTo(2 + 12_000 / ROWS, 9);
    expect(ranges).toHaveLength(2);
    expect(downloads.at(-1)).toBe(1);
    const [, start, end] = ranges[1]?.match(/(\d+)-(\d+)/) ?? [];
    expect(Number(end) - Number(start)).toBeLessThan(big.length / 3);
  });

  it('puts the rows of scattered groups in the order of the groups', async () => {
    const { url } = await serve(byRange(big));
    const file = await openGeoParquet(httpSource(url, big.length));
    const { id } = await file.readAttributes([9, 0], ['id']);
    expect([id?.[0], id?.[GROUP_ROWS], id?.length]).toEqual(['p036000', 'p000000', 2 * GROUP_ROWS]);
  });

  it('downloads once from a host that ignores ranges', async () => {
    const { url, ranges } = await serve((_, response) => response.writeHead(200).end(big));
    const file = await openGeoParquet(httpSource(url, big.length));
    await file.readRowGroups([0], ['id']);
    await file.readRowGroups([5], ['id']);
    expect(ranges).toHaveLength(1);
  });

  it('says that a file is missing, shorter than wanted, cut, or no GeoParquet', async () => {
    const open = async (listener: RequestListener, bytes: number) =>
      openGeoParquet(httpSource((await serve(listener)).url, bytes));
    const gone: RequestListener = (_, response) => response.writeHead(404).end();
    const page: RequestListener = (_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>');
    const noise = new Uint8Array(1000).fill(7);
    await expect(open(gone, 10)).rejects.toMatchObject({
      code: 'layer-missing',
      context: { status: 404 },
    });
    await expect(open(page, 10)).rejects.toMatchObject({ code: 'layer-missing' });
    await expect(open(byRange(big.subarray(0, 9e5)), big.length)).rejects.toMatchObject({
      code: 'layer-truncated',
    });
    await expect(open(byRange(big), big.length + 5)).rejects.toMatchObject({
      code: 'layer-truncated',
    });
    await expect(open(byRange(noise), 1000)).rejects.toMatchObject({ code: 'layer-truncated' });
    const closed = httpSource('http://127.0.0.1:9/none.parquet', 10);
    await expect(openGeoParquet(closed)).rejects.toMatchObject({ code: 'layer-missing' });
  });

  it('stops when it is cancelled', async () => {
    const { url } = await serve(byRange(big));
    const file = await openGeoParquet(httpSource(url, big.length));
    const controller = new AbortController();
    const reading = file.readRowGroups([0, 1, 2], ['id'], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a GeoParquet file of a thousand columns', () => {
  it('is read in lots of columns, in whatever order they are asked for', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `champ_${i}`);
    const meta = createLayerMeta(Object.fromEntries(names.map((name) => [name, 'integer'])));
    const squares = [0, 1, 2].map((i) => createSquare(2 + i, 50, 0.001));
    const columns = Object.fromEntries(names.map((name, i) => [name, [i, null, -i]]));
    const data = encodeGeoParquet(meta, createLayerTable(squares, columns));
    const file = await openGeoParquet(memorySource('f', data));
    const wanted = names.toReversed().filter((_, i) => i % 3 > 0);
    const rows = await file.readRowGroups([0], wanted);
    expect(rows.geometry.length).toBe(3);
    expect(Object.keys(rows.columns)).toEqual(wanted);
    expect(rows.columns).toEqual(Object.fromEntries(wanted.map((name) => [name, columns[name]])));
  });
});

describe('a GeoParquet file of another writer', () => {
  const { geometry } = createLayerTable([createSquare(2, 50, 1), null], {});
  const blobs = [writeWkb(geometry, 0), null];
  const create = (
    geo: object | string,
    columns: { name: string; data: unknown[] }[] = [],
    geom: unknown[] = blobs,
  ) => {
    const value = typeof geo === 'string' ? geo : JSON.stringify(geo);
    const kvMetadata: KeyValue[] = [{ key: 'geo', value }];
    const columnData = [{ name: 'geom', data: geom }, ...columns];
    return memorySource('autre', new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata })));
  };
  const describeGeo = (members: object = {}) => ({
    version: '1.0.0',
    primary_column: 'geom',
    columns: { geom: { encoding: 'WKB', geometry_types: [], ...members } },
  });

  it('may name its geometry otherwise, use Snappy, and have no covering', async () => {
    const source = create(describeGeo({ crs: { id: { authority: 'EPSG', code: 4326 } } }), [
      { name: 'siren', data: [200072460n, null] },
      { name: 'instant', data: [new Date('2024-02-29T10:00:00Z'), null] },
    ]);
    const file = await openGeoParquet(source);
    expect(file.rowGroups[0]?.extent).toEqual([-180, -90, 180, 90]);
    const table = await file.readRowGroups([0], file.columns);
    expect(table.columns).toEqual({
      siren: [200072460, null],
      instant: ['2024-02-29T10:00:00.000Z', null],
    });
    expect([...table.geometry.kinds]).toEqual([3, 0]);
    expect(table.faults).toEqual([]);
  });

  it('keeps the attributes of a feature whose geometry is unfit, and counts it', async () => {
    const whole = blobs[0] as Uint8Array;
    const noise = Uint8Array.of(9, 9, 9);
    const geom = [whole, whole.subarray(0, 50), null, noise, whole];
    const source = create(describeGeo(), [{ name: 'nom', data: ['a', 'b', 'c', 'd', 'e'] }], geom);
    const file = await openGeoParquet(source);
    const table = await file.readRowGroups([0], ['nom']);
    expect(table.columns).toEqual({ nom: ['a', 'b', 'c', 'd', 'e'] });
    expect([...table.geometry.kinds]).toEqual([3, 0, 0, 0, 3]);
    expect(table.faults).toEqual([
      { row: 1, reason: 'truncated' },
      { row: 3, reason: 'unknown-type' },
    ]);
  });

  it('is refused when it says nothing of its CRS and holds metres', async () => {
    const metres = createLayerTable([createSquare(652_000, 7_060_000, 10)], {}).geometry;
    const file = await openGeoParquet(create(describeGeo(), [], [writeWkb(metres, 0)]));
    await expect(file.readRowGroups([0], [])).rejects.toMatchObject({
      code: 'crs-unknown',
      context: { x: 652_000, y: 7_060_000 },
    });
  });

  it('is refused in a projected CRS, without metadata, or without the column asked for', async () => {
    const lambert = create(describeGeo({ crs: { id: { authority: 'EPSG', code: 2154 } } }));
    await expect(openGeoParquet(lambert)).rejects.toMatchObject({
      code: 'crs-unknown',
      context: { seen: 'EPSG:2154' },
    });
    const unknown = create(describeGeo({ crs: null }));
    await expect(openGeoParquet(unknown)).rejects.toMatchObject({ code: 'crs-unknown' });
    await expect(openGeoParquet(create('{'))).rejects.toMatchObject({ code: 'layer-invalid' });
    await expect(openGeoParquet(create({}))).rejects.toMatchObject({ code: 'layer-invalid' });
    const text = create(describeGeo(), [], ['POINT(1 2)', null]);
    const ofText = await openGeoParquet(text);
    await expect(ofText.readRowGroups([0], [])).rejects.toMatchObject({ code: 'layer-invalid' });
    const file = await openGeoParquet(create(describeGeo()));
    await expect(file.readAttributes([0], ['absent'])).rejects.toMatchObject({
      code: 'layer-invalid',
    });
  });
});
