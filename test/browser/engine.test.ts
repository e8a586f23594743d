import type { Geometry, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { Condition, Question } from '../../src/domain/question.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import EngineWorker from '../../src/engine/worker.ts?worker';
import { startWatched } from '../../src/engine/worker-life.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

/** A sheet of 160 × 160 parcels of 2^-11 degree (34.6 m wide), numbered by column i and row j, one without geometry. */
const SIDE = 160;
const STEP = 2 ** -11;
const ORIGIN: Position = [2.6, 50.5];

/** A rectangle of parcels, with a vertex at every row: straight in degrees, it then bends in metres as they do. */
function square(i: number, j: number, width: number, height: number): Geometry {
  const [x, y] = [(ORIGIN[0] as number) + i * STEP, (ORIGIN[1] as number) + j * STEP];
  const side = (lng: number) =>
    Array.from({ length: height + 1 }, (_, n): Position => [lng, y + n * STEP]);
  const [left, right] = [side(x), side(x + width * STEP)];
  return { type: 'Polygon', coordinates: [[left[0] as Position, ...right, ...left.reverse()]] };
}

function publish(layer: Layer, geometries: (Geometry | null)[], columns: Record<string, Value[]>) {
  const bytes = encodeGeoParquet(layer, { geometry: geometriesToColumn(geometries), columns });
  const path = URL.createObjectURL(new Blob([bytes]));
  const file = { path, bytes: bytes.length, rows: geometries.length, version: 'abcd1234' };
  return { ...layer, file };
}

function createParcels(): Layer {
  const cells = Array.from({ length: SIDE * SIDE }, (_, n) => [Math.floor(n / SIDE), n % SIDE]);
  const geometries = cells.map(([i, j]) => square(i as number, j as number, 1, 1));
  const layer = createLayer({ search: 'parcel', fields: createLayer().fields });
  return publish(layer, [...geometries, null], {
    id: [...cells.map(([i, j]) => parcelOf(i as number, j as number)), 'sans'],
    contenance: [...cells.map(([i, j]) => (i as number) * 1000 + (j as number)), null],
    arpente: [...cells.map(([i]) => (i as number) % 2 === 0), null],
  });
}

const parcelOf = (i: number, j: number) =>
  `62${String(i).padStart(3, '0')}000AB${String(j).padStart(4, '0')}`;

/** Zone A covers columns 0 to 10.4; B overlaps A on columns 5 to 8; C stands far away. All span every row. */
function createZones(): Layer {
  const layer = createLayer({
    id: 'zones',
    search: 'title',
    titleField: 'nom',
    fields: [
      { name: 'id', label: 'Identifiant', type: 'text' },
      { name: 'nom', label: 'Nom', type: 'text' },
      { name: 'row', label: 'Rang', type: 'integer' },
      { name: 'key', label: 'Clé', type: 'text' },
    ],
  });
  const shapes = [square(0, 0, 10.4, SIDE), square(5, 0, 3, SIDE), square(100, 0, 1, SIDE)];
  return publish(layer, shapes, {
    id: ['A', 'B', 'C'],
    nom: ['Été', 'Lys-lez-Lannoy', '<b>C</b>'],
    row: [30, 20, 10],
    key: ['x', 'y', 'z'],
  });
}

let engine: Engine;
let worker: Worker;
let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = createCatalogue([createParcels(), createZones()]);
  worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
  engine = createEngine(() => worker);
  await engine.call('open', { catalogue, baseUrl: location.href });
});

afterAll(() => worker.terminate());

const zoneA: Condition = {
  kind: 'overlap',
  layer: 'zones',
  minShare: 0.5,
  where: [{ kind: 'compare', field: 'id', op: '=', value: 'A' }],
};

async function ask(where: Condition, more: Partial<Question> = {}) {
  return engine.call('ask', { question: { target: 'parcelles', where, ...more } });
}

/** All rows of an answer, in file order. */
async function rowsOf({ id, count }: { id: string; count: number }) {
  const request = { answer: id, offset: 0, limit: count, sort: null };
  return readRows(await engine.call('answerRows', request));
}

/** Columns whose parcels all are in the answer; fails when a column is there in part. */
async function columnsFound(where: Condition): Promise<number[]> {
  const answer = await ask(where);
  const { count } = answer;
  const { rows } = await rowsOf(answer);
  const counts = new Map<number, number>();
  for (const [row] of rows) {
    const i = Math.floor(Number(row) / SIDE);
    counts.set(i, (counts.get(i) ?? 0) + 1);
  }
  expect(rows).toHaveLength(count);
  for (const size of counts.values()) expect(size).toBe(SIDE);
  return [...counts.keys()];
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('a question put to the engine in its worker', () => {
  it('is answered by overlap share, with the area covered', async () => {
    expect(await columnsFound(zoneA)).toEqual(range(0, 9));
    const answer = await ask({ ...zoneA, minShare: 0 });
    expect(answer.measures.map(({ name }) => name)).toEqual(['area_m2', 'overlap_1_m2', 'share_1']);
    const { columns, rows } = await rowsOf(answer);
    const share = columns.indexOf('share_1');
    expect(rows.at(-1)?.[share]).toBeCloseTo(0.4, 3);
    // Row 1, not 0: the zone's lower side is one chord where the parcels' is ten, which bend in metres.
    expect(rows[1]?.[share]).toBeCloseTo(1, 6);
  });

  it('counts the union of zones that overlap each other once', async () => {
    const answer = await ask({ kind: 'overlap', layer: 'zones', minShare: 0.9 });
    const { columns, rows } = await rowsOf(answer);
    const shares = rows.map((cells) => Number(cells[columns.indexOf('share_1')]));
    expect(Math.max(...shares)).toBeCloseTo(1, 6);
  });

  it('is answered by distance in metres, boundary to boundary', async () => {
    const near: Condition = { ...zoneA, kind: 'distance', metres: 100 } as never;
    expect(await columnsFound(near)).toEqual(range(0, 13));
    const answer = await ask(near);
    const { columns, rows } = await rowsOf(answer);
    const farthest = Math.max(
      ...rows.map((cells) => Number(cells[columns.indexOf('distance_1_m')])),
    );
    // Column 13 begins 2.6 steps from the zone: 2.6 × 2^-11° × cos 50.5° × 111.3 km ≈ 90 m.
    expect(farthest).toBeGreaterThan(89.5);
    expect(farthest).toBeLessThan(90.5);
  });

  it('follows and, or and not, and keeps the row without geometry out of relations alone', async () => {
    const wide: Condition = { kind: 'compare', field: 'contenance', op: '>=', value: 8000 };
    expect(await columnsFound({ kind: 'and', conditions: [zoneA, wide] })).toEqual([8, 9]);
    const last: Condition = { kind: 'compare', field: 'contenance', op: '>=', value: 159_000 };
    expect(await columnsFound({ kind: 'or', conditions: [last, zoneA] })).toEqual([
      ...range(0, 9),
      159,
    ]);
    const { count } = await ask({ kind: 'not', condition: zoneA });
    expect(count).toBe(150 * SIDE + 1);
  });

  it('tells the share of rows that another branch of an or let in', async () => {
    const first: Condition = { kind: 'compare', field: 'contenance', op: '<', value: 1000 };
    const answer = await ask({ kind: 'or', conditions: [first, zoneA] });
    const { columns, rows } = await rowsOf(answer);
    const shares = rows.map((cells) => cells[columns.indexOf('share_1')]);
    expect(shares).not.toContain(null);
  });

  it('gives inside and touching their OGC meaning', async () => {
    const where = [{ kind: 'compare', field: 'id', op: '=', value: 'C' }] as const;
    expect(await columnsFound({ kind: 'inside', layer: 'zones', where: [...where] })).toEqual([
      100,
    ]);
    expect(await columnsFound({ kind: 'intersects', layer: 'zones', where: [...where] })).toEqual([
      99, 100, 101,
    ]);
  });

  it('gives a feature without geometry no area, rather than none at all', async () => {
    const answer = await ask({ kind: 'compare', field: 'id', op: '=', value: 'sans' });
    const { columns, rows } = await rowsOf(answer);
    expect([answer.count, rows[0]?.[columns.indexOf('area_m2')]]).toEqual([1, null]);
    expect((await ask({ kind: 'measure', measure: 'area', op: '<', value: 100 })).count).toBe(0);
  });

  it('groups, sums and sorts', async () => {
    const answer = await ask(zoneA, { groupBy: 'arpente' });
    expect(answer.groups.map(({ value, count }) => [value, count])).toEqual([
      [false, 5 * SIDE],
      [true, 5 * SIDE],
    ]);
    const sum = answer.groups.reduce((total, group) => total + group.total, 0);
    expect(sum).toBeCloseTo(answer.total ?? 0, 3);
    const page = await engine.call('answerRows', {
      answer: answer.id,
      offset: 1,
      limit: 2,
      sort: { column: 'contenance', descending: true },
    });
    const { columns, rows } = readRows(page);
    expect(rows.map((cells) => cells[columns.indexOf('id')])).toEqual([
      parcelOf(9, 158),
      parcelOf(9, 157),
    ]);
  });

  it('is put to a layer whose fields have the names of our own columns', async () => {
    const answer = await engine.call('ask', {
      question: {
        target: 'zones',
        where: { kind: 'compare', field: 'row', op: '>=', value: 20 },
        groupBy: 'key',
      },
    });
    expect(answer.groups.map(({ value }) => value)).toEqual(['x', 'y']);
    const request = { answer: answer.id, offset: 0, limit: 9, sort: null };
    const { columns, rows } = readRows(await engine.call('answerRows', request));
    expect(rows.map((cells) => cells[columns.indexOf('row')])).toEqual([30, 20]);
  });

  it('gives the geometry of what it found, and forgets it at the next question', async () => {
    const answer = await ask(zoneA);
    const { geometry, columns } = await engine.call('answerGeometry', { answer: answer.id });
    expect(geometry.length).toBe(10 * SIDE);
    expect(columns.id?.[0]).toBe(parcelOf(0, 0));
    await ask({ kind: 'or', conditions: [] });
    await expect(engine.call('answerGeometry', { answer: answer.id })).rejects.toMatchObject({
      code: 'answer-gone',
    });
  });

  it('is cancelled, and the next one is answered', async () => {
    const controller = new AbortController();
    const question = { target: 'parcelles', where: { ...zoneA, minShare: 0 } };
    const cancelled = engine.call('ask', { question }, { signal: controller.signal });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect((await ask({ kind: 'or', conditions: [] })).count).toBe(0);
  });

  it('is refused with the path of its fault', async () => {
    await expect(ask({ kind: 'inside', layer: 'absente' })).rejects.toMatchObject({
      code: 'layer-unknown',
      context: { path: 'where.layer' },
    });
  });
});

describe('the engine for the map', () => {
  it('finds what lies under a point, the holder first', async () => {
    const at = [(ORIGIN[0] as number) + 5.5 * STEP, (ORIGIN[1] as number) + 0.5 * STEP] as const;
    const { features } = await engine.call('identify', {
      at,
      radius: 2,
      layers: ['parcelles', 'zones'],
    });
    expect(features.map(({ key }) => key)).toEqual([parcelOf(5, 0), 'B', 'A']);
    expect(features[0]?.size).toBeCloseTo(34.6 * 54.3, -2);
  });

  it('gives the row groups that meet an extent, less those held', async () => {
    const [lng, lat] = ORIGIN as [number, number];
    const extent = [lng, lat, lng + STEP, lat + STEP] as const;
    const parts = { isFilled: true, isNamed: true };
    const request = { layer: 'parcelles', extent, fields: ['id'], held: [] as number[], ...parts };
    const tiles = await engine.call('drawExtent', request);
    expect(tiles[0]?.columns.id).toContain(parcelOf(0, 0));
    expect(tiles[0]?.mesh.triangles.length).toBeGreaterThan(0);
    const held = tiles.map(({ rowGroup }) => rowGroup);
    expect(await engine.call('drawExtent', { ...request, held })).toEqual([]);
  });

  it('searches titles and parcel numbers', async () => {
    const search = (text: string) => engine.call('search', { text, limit: 10 });
    expect((await search('ete')).map(({ key }) => key)).toEqual(['A']);
    expect((await search('lez lys')).map(({ key }) => key)).toEqual(['B']);
    const [parcel] = await search('62007 000 AB 0012');
    expect(parcel?.title).toBe(parcelOf(7, 12));
    expect(await search('')).toEqual([]);
  });

  it('lists the values of a field', async () => {
    const values = await engine.call('fieldValues', { layer: 'parcelles', field: 'arpente' });
    expect(values).toEqual([
      { value: false, count: 80 * SIDE },
      { value: true, count: 80 * SIDE },
      { value: null, count: 1 },
    ]);
  });
});

it('GEOS checks a layer in the worker, and stops when cancelled', async () => {
  const request = { layer: 'parcelles', check: true };
  const controller = new AbortController();
  const stopped = engine.call('layerFaults', request, {
    signal: controller.signal,
    onProgress: ({ phase }) => phase === 'test' && controller.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  const whole = await engine.call('layerFaults', request);
  expect(whole).toEqual({ faults: [], checked: SIDE * SIDE });
});

describe('an engine whose worker breaks down', () => {
  it('fails the question with a reason, and answers the next one by another worker', async () => {
    const workers: Worker[] = [];
    const other = createEngine(() => {
      const worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), {
        type: 'module',
      });
      workers.push(worker);
      return worker;
    });
    await other.call('open', { catalogue, baseUrl: location.href });
    const inOther: Condition = { kind: 'inside', layer: 'zones' };
    const question: Question = { target: 'zones', where: { kind: 'not', condition: inOther } };
    const broken = other.call('ask', { question });
    const message = 'Uncaught RangeError: Array buffer allocation failed';
    workers[0]?.dispatchEvent(new ErrorEvent('error', { message }));
    await expect(broken).rejects.toMatchObject({ code: 'memory-exhausted' });
    const { id, count } = await other.call('ask', { question });
    expect([count, workers.length]).toEqual([3, 2]);
    expect((await other.call('answerGeometry', { answer: id })).geometry.length).toBe(3);
    workers[1]?.terminate();
  });

  it('is told of the end of a worker that was killed, and so is its question', async () => {
    const workers: Worker[] = [];
    const other = createEngine(() =>
      startWatched('engine', (name) => {
        const worker = new EngineWorker({ name });
        workers.push(worker);
        return worker;
      }),
    );
    await other.call('open', { catalogue, baseUrl: location.href });
    const inOther: Condition = { kind: 'inside', layer: 'zones' };
    const question: Question = { target: 'zones', where: { kind: 'not', condition: inOther } };
    const broken = other.call('ask', { question });
    workers[0]?.terminate();
    await expect(broken).rejects.toMatchObject({ code: 'engine-failed' });
    expect((await other.call('ask', { question })).count).toBe(3);
    workers[1]?.terminate();
  });
});

describe('a file that is not what the catalogue says', () => {
  it.each([
    [
      'missing',
      (layer: Layer) => ({ ...layer.file, path: 'layers/absente.parquet' }),
      'layer-missing',
    ],
    [
      'truncated',
      (layer: Layer) => ({ ...layer.file, bytes: layer.file.bytes + 9 }),
      'layer-truncated',
    ],
  ])('%s is refused, and the other layers go on', async (_name, fileOf, code) => {
    const zones = catalogue.layers[1] as Layer;
    const broken = { ...zones, id: 'autre', file: fileOf(zones) };
    const port = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), {
      type: 'module',
    });
    const other = createEngine(() => port);
    await other.call('open', {
      catalogue: createCatalogue([zones, broken]),
      baseUrl: location.href,
    });
    const draw = (layer: string) => other.call('drawLayer', { layer, fields: [] });
    await expect(draw('autre')).rejects.toMatchObject({ code });
    expect((await draw('zones')).geometry.length).toBe(3);
    port.terminate();
  });
});
