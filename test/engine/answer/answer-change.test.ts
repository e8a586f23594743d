import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { ChangedRow } from '../../../src/domain/answer-change.ts';
import type { Value } from '../../../src/domain/feature.ts';
import type { Layer, LayerMeta } from '../../../src/domain/layer.ts';
import type { Condition, Question } from '../../../src/domain/question.ts';
import { AnswerDesk } from '../../../src/engine/answer/answer-desk.ts';
import { inlineKernel } from '../../../src/engine/kernel/inline-kernel.ts';
import { LayerStore } from '../../../src/engine/layer-store.ts';
import { nodePlatform } from '../../../src/engine/node-platform.ts';
import type { Platform } from '../../../src/engine/platform.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { unprojectColumn } from '../../../src/geo/project.ts';
import { memorySource } from '../../../src/loaders/byte-source.ts';
import { readRows } from '../../../src/loaders/read-arrow.ts';
import { encodeLayer } from '../../../src/publish/write/encode-layer.ts';
import { createSquare } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { createCatalogue } from '../../helpers/create-catalogue.ts';
import { createLayerMeta } from '../../helpers/create-layer.ts';
import { startKeptDatabase } from '../../helpers/kept-duckdb.ts';
import { createWork } from '../create-sql-desk.ts';

/** A parcel or zone: its key, where it lies along a line in metres, its width, its code. */
type Piece = [key: string, x: number, size: number, code: string];

const random = createRandom(4);
const CODES = ['U', 'AU', 'N'];
const parcels: Piece[] = Array.from({ length: 120 }, (_, i) => [
  `p${i}`,
  20 * i,
  2 + Math.floor(10 * random()),
  CODES[i % 3] as string,
]);
/** One in five is gone, one in seven changed code, one in four grew; ten are new, and all come in another order. */
const parcelsNow: Piece[] = [
  ...Array.from({ length: 10 }, (_, i): Piece => [`n${i}`, 240 * i + 9, 3, 'AU']),
  ...parcels
    .filter((_, i) => i % 5 !== 0)
    .map(
      ([key, x, size, code], i): Piece => [
        key,
        x,
        i % 4 === 0 ? size + 1 : size,
        i % 7 === 0 ? 'AU' : code,
      ],
    )
    .reverse(),
];
const zones: Piece[] = Array.from({ length: 20 }, (_, i) => [`z${i}`, 130 * i + 3, 40, 'U']);
const zonesNow = zones.map(([key, x, size], i): Piece => [key, x + (i % 2) * 4, size, 'U']);

const files = new Map<string, Uint8Array<ArrayBuffer>>();
const platform = {
  ...nodePlatform,
  openFile: (url: string) =>
    memorySource(url, files.get(url.slice('http://site/'.length)) as Uint8Array<ArrayBuffer>),
};

async function publish(
  id: string,
  pieces: Piece[],
  date: string,
  changes: Partial<LayerMeta> = {},
): Promise<Layer> {
  const meta = createLayerMeta({ id: 'text', code: 'text' }, { id, date, ...changes });
  const geometries = pieces.map(
    ([, x, size]): Geometry => ({ type: 'Polygon', coordinates: [createSquare(x, 0, size)] }),
  );
  const geometry = unprojectColumn(geometriesToColumn(geometries), 'EPSG:3950');
  const columns = { id: pieces.map(([key]) => key), code: pieces.map(([, , , code]) => code) };
  const { layer, data } = await encodeLayer(meta, { geometry, columns });
  files.set(layer.file.path, data);
  return layer;
}

const first = {
  parcelles: await publish('parcelles', parcels, '2024-01-01'),
  zones: await publish('zones', zones, '2023-05-01'),
};
const second = {
  parcelles: await publish('parcelles', parcelsNow, '2025-01-01'),
  zones: await publish('zones', zonesNow, '2025-05-01'),
};
const openDesk = (layers: Record<string, Layer>, parts: Platform = platform) => {
  const store = new LayerStore(createCatalogue(Object.values(layers)), 'http://site/', parts);
  return new AnswerDesk(store, parts, inlineKernel);
};
const desk = openDesk(second);
const work = createWork();

const inU = (layer: string): Condition => ({
  kind: 'compare',
  field: 'code',
  op: '=',
  value: layer,
});
const QUESTION: Question = {
  target: 'parcelles',
  where: {
    kind: 'and',
    conditions: [
      { kind: 'not', condition: inU('N') },
      { kind: 'distance', layer: 'zones', metres: 12, where: [inU('U')] },
    ],
  },
  groupBy: 'code',
};

/** One database for the engines that serve one version each, which put their layers in anew. */
const shared = await startKeptDatabase();
const startDatabase = async () => ({ ...shared, has: () => false });

/** The answer of an engine that serves these layers alone, with each row by name. */
async function answerAlone(layers: Record<string, Layer>) {
  const alone = openDesk(layers, { ...platform, startDatabase });
  const answer = await alone.ask(QUESTION, work);
  const request = { answer: answer.id, offset: 0, limit: 1000, sort: null };
  const { columns, rows } = readRows(await alone.rows(request, work));
  const named = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  return { answer, rows: new Map(named.map((row) => [row.id as string, row])) };
}
type Row = Record<string, Value | undefined>;
const [alone1, alone2] = [await answerAlone(first), await answerAlone(second)];

it('a question over version 1 gives what version 1 gave, beside what is served', async () => {
  const { before, now } = await desk.change({ question: QUESTION, versions: first }, work);
  for (const [figures, { answer }, layers] of [
    [before, alone1, first],
    [now, alone2, second],
  ] as const) {
    const { versions, count, outOf, total, groups } = answer;
    const dates = { parcelles: layers.parcelles.date, zones: layers.zones.date };
    expect(figures).toEqual({ versions, dates, count, outOf, total, groups });
  }
  expect(before.count).not.toBe(now.count);
});

it('every key of one answer alone is told, with its title, row and size', async () => {
  const { onlyBefore, onlyNow } = await desk.change({ question: QUESTION, versions: first }, work);
  const told = (all: Map<string, Row>, others: Map<string, Row>) =>
    [...all.values()]
      .filter(({ id }) => !others.has(id as string))
      .map(
        ({ __row: row, id, area_m2: size }) => ({ row, key: id, title: id, size }) as ChangedRow,
      );
  expect(onlyBefore).toEqual(told(alone1.rows, alone2.rows));
  expect(onlyNow).toEqual(told(alone2.rows, alone1.rows));
  expect(Math.min(onlyBefore.length, onlyNow.length)).toBeGreaterThan(3);
});

it('of the features of both, those of which a measure differs are told with both', async () => {
  const { remeasured, measures } = await desk.change({ question: QUESTION, versions: first }, work);
  const names = measures.map(({ name }) => name);
  expect(names).toEqual(['area_m2', 'distance_1_m']);
  const valuesOf = (row: Row | undefined) => names.map((name) => row?.[name] as number);
  const wanted = [...alone2.rows.values()].flatMap((row) => {
    const then = alone1.rows.get(row.id as string);
    if (!then) return [];
    const [before, now] = [valuesOf(then), valuesOf(row)];
    const isSame = now.every((value, i) => Math.abs(value - before[i]!) <= 0.01);
    const rows = { rowBefore: then.__row, rowNow: row.__row };
    return isSame ? [] : [{ key: row.id, title: row.id, ...rows, before, now }];
  });
  expect(remeasured).toEqual(wanted);
  expect(wanted.length).toBeGreaterThan(5);
});

it('the answer that is held stays, and so do the tables of what is served', async () => {
  const held = await desk.ask(QUESTION, work);
  await desk.change({ question: QUESTION, versions: first }, work);
  const request = { answer: held.id, offset: 0, limit: 1000, sort: null };
  expect(readRows(await desk.rows(request, work)).rows).toHaveLength(alone2.answer.count);
  const again = await desk.ask({ target: 'parcelles', where: inU('AU') }, work);
  expect(again.count).toBe(parcelsNow.filter(([, , , code]) => code === 'AU').length);
  const others = await desk.ask(
    { target: 'parcelles', where: { kind: 'not', condition: inU('AU') } },
    work,
  );
  expect(again.count + others.count).toBe(parcelsNow.length);
});

it('one layer alone may be of an earlier version, and none is no difference', async () => {
  const { zones: then } = first;
  const change = await desk.change({ question: QUESTION, versions: { zones: then } }, work);
  expect(change.before.versions).toEqual({
    parcelles: second.parcelles.file.version,
    zones: then.file.version,
  });
  const { answer } = await answerAlone({ ...second, zones: then });
  expect(change.before.count).toBe(answer.count);
  const none = await desk.change({ question: QUESTION, versions: second }, work);
  expect(none).toMatchObject({ before: none.now, onlyBefore: [], onlyNow: [], remeasured: [] });
});

it('keys that number the rows of a version tell no feature again', async () => {
  const then = await publish('parcelles', parcels, '2022-01-01', { isKeyMade: true });
  const change = await desk.change({ question: QUESTION, versions: { parcelles: then } }, work);
  expect(change).toMatchObject({ isUnpaired: true, onlyBefore: [], onlyNow: [], remeasured: [] });
  const { answer } = await answerAlone({ ...second, parcelles: then });
  expect(change.before.groups).toEqual(answer.groups);
  expect(change.before.groups).not.toEqual(change.now.groups);
});
