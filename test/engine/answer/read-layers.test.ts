import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { Condition, Question } from '../../../src/domain/question.ts';
import { fieldValues } from '../../../src/engine/answer/field-values.ts';
import { readRows } from '../../../src/loaders/read-arrow.ts';
import { createStar, shift } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { createWork } from '../create-sql-desk.ts';
import { cutSite } from './cut-layers.ts';

const random = createRandom(9);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Parcels along a grid, commune by commune: rows that follow each other lie together. */
const PLACES = Array.from({ length: 240 }, (_, row): Position => {
  const commune = Math.floor(row / 30);
  return [1200 * (commune % 4) + 40 * (row % 30), 1200 * Math.floor(commune / 4) + 300 * random()];
});
const star = (at: Position, radius: number) =>
  createStar(random, at as [number, number], radius, 6);
const flat = (at: Position): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [at, [at[0]! + 30, at[1]!], [at[0]! + 30, at[1]! + 0.001], at].map((p) => shift(p as Position)),
  ],
});
const anywhere = (): Position => [4800 * random(), 2400 * random()];
const point = (): Geometry => ({ type: 'Point', coordinates: shift(anywhere()) });
const values = (of: (row: number) => Value): Value[] =>
  PLACES.map((_, row) => (random() < 0.1 ? null : of(row)));

const site = await cutSite({
  parcelles: {
    family: 'polygon',
    groupRows: 8,
    geometries: PLACES.map((at, row) => {
      if (row % 29 === 5 || (row >= 64 && row < 72)) return null;
      return row % 17 === 3 ? flat(at) : star(at, 25);
    }),
    types: { id: 'text', commune: 'text', n: 'integer', part: 'number', jour: 'date' },
    columns: {
      id: PLACES.map((_, row) => `P${String(row).padStart(4, '0')}`),
      commune: PLACES.map((_, row) => (row === 100 ? null : `6200${Math.floor(row / 30)}`)),
      n: values((row) => Math.floor(row / 10) - 5),
      part: values(() => 10 * random()),
      jour: values((row) => `20${10 + Math.floor(row / 30)}-0${1 + Math.floor(9 * random())}-01`),
    },
  },
  zones: {
    family: 'polygon',
    groupRows: 4,
    geometries: Array.from({ length: 40 }, (_, i) => star([120 * i, 1200 * random()], 90)),
    types: { id: 'text', niveau: 'integer' },
    columns: {
      id: Array.from({ length: 40 }, (_, i) => `Z${i}`),
      niveau: Array.from({ length: 40 }, (_, i) => (i % 9 === 4 ? null : Math.floor(i / 10))),
    },
  },
  arrets: {
    family: 'point',
    groupRows: 50,
    geometries: [...Array.from({ length: 11 }, point), null],
    types: { id: 'text', n: 'integer' },
    columns: {
      id: Array.from({ length: 12 }, (_, i) => `A${i}`),
      n: Array.from({ length: 12 }, (_, i) => i % 4),
    },
  },
});

function attribute(): Condition {
  const op = pick(['=', '!=', '<', '<=', '>', '>='] as const);
  const one = pick(['commune', 'n', 'part', 'jour', 'id'] as const);
  if (random() < 0.1) return { kind: 'empty', field: one };
  if (random() < 0.3) {
    const codes = [pick(['62000', '62003', '62007']), pick(['62004', '99999'])];
    return { kind: 'among', field: 'commune', values: codes.slice(0, pick([1, 2])) };
  }
  const value = {
    commune: pick(['62000', '62003', '62007', '6', '']),
    n: pick([-5, 0, 7, 18, 400, 0.5]),
    part: pick([0, 5, 9.9, -1]),
    jour: pick(['2011-06-01', '2017', '1990-01-01']),
    id: pick(['P0017', 'P02', 'Q']),
  }[one];
  return { kind: 'compare', field: one, op, value };
}

function relation(): Condition {
  const layer = pick(['zones', 'zones', 'arrets', 'parcelles']);
  const field = layer === 'zones' ? 'niveau' : 'n';
  const where: Condition[] =
    random() < 0.5
      ? [{ kind: 'compare', field, op: pick(['=', '>=']), value: pick([0, 2, 3]) }]
      : [];
  if (layer === 'parcelles' || random() < 0.15) {
    where.push({ kind: 'distance', metres: 150, layer: pick(['arrets', 'zones']) });
  }
  const kinds = layer === 'arrets' ? (['distance', 'intersects'] as const) : RELATIONS;
  const kind = pick(kinds);
  const number = {
    distance: { metres: pick([1, 60, 400]) },
    overlap: { minShare: pick([0, 0.3]) },
  };
  return { kind, ...(number as Record<string, object>)[kind], layer, where } as Condition;
}

const RELATIONS = ['distance', 'overlap', 'intersects', 'inside', 'touches'] as const;

function grow(depth: number): Condition {
  const roll = random();
  if (depth === 0 || roll < 0.2) return random() < 0.6 ? attribute() : relation();
  if (roll < 0.35) return { kind: 'not', condition: grow(depth - 1) };
  const conditions = Array.from({ length: pick([1, 2, 2, 3]) }, () => grow(depth - 1));
  return { kind: roll < 0.8 ? 'and' : 'or', conditions };
}

/** A condition that some row groups alone can meet. */
function narrow(): Condition {
  return pick([
    { kind: 'among', field: 'commune', values: ['62001', '99999'] },
    { kind: 'compare', field: 'id', op: '<', value: 'P0045' },
    { kind: 'compare', field: 'n', op: '>=', value: 14 },
    { kind: 'not', condition: { kind: 'compare', field: 'jour', op: '>', value: '2010-12-31' } },
    { kind: 'distance', metres: 50, layer: 'arrets' },
  ] as Condition[]);
}

const both = (...conditions: Condition[]): Condition => ({ kind: 'and', conditions });

/** All that a reader is told of a question. */
async function tell(
  question: Question,
  { store, answers }: ReturnType<typeof site.open>,
  isExplained: boolean,
) {
  const work = createWork();
  const preview = isExplained ? await answers.preview(question, work) : null;
  const answer = await answers.ask(question, work);
  const sort = { column: 'part', descending: true };
  const page = { answer: answer.id, offset: 0, limit: 1000, sort };
  const { rows } = readRows(await answers.rows(page, work));
  const { rows: drawn, geometry } = await answers.geometry({ answer: answer.id }, work);
  const explained = isExplained ? [...drawn.slice(0, 1), 7, 150] : [];
  const why = explained.map((row) => answers.explain({ answer: answer.id, row }, work));
  const { id, elapsedMs, ...told } = answer;
  const parts = (await Promise.all(why)) as unknown[];
  return {
    told: {
      ...told,
      preview: preview && { ...preview, elapsedMs: 0 },
      rows,
      drawn,
      xy: geometry.xy,
      parts,
    },
    isCut: !store.isWhole(question.target),
  };
}

it('random questions over layers cut in row groups find what reading all of them finds', async () => {
  let [cut, found] = [0, 0];
  const wholeSite = site.open();
  for (const { id } of site.entries) await wholeSite.store.whole(id, createWork());
  for (let i = 0; i < 20; i++) {
    const where =
      i % 2 === 0
        ? grow(2)
        : both(narrow(), i % 4 === 1 ? grow(1) : { kind: 'not', condition: attribute() });
    const question: Question = {
      target: 'parcelles',
      where,
      ...(i % 3 === 0 && { groupBy: 'commune' }),
    };
    const inPart = await tell(question, site.open(), i % 6 === 0);
    const whole = await tell(question, wholeSite, i % 6 === 0);
    expect(inPart.told, JSON.stringify(question)).toEqual(whole.told);
    if (inPart.isCut) cut++;
    if (inPart.isCut && whole.told.count > 0) found++;
  }
  expect(cut).toBeGreaterThan(6);
  expect(found).toBeGreaterThan(3);
}, 180_000);

it('a question on one commune reads little of a layer, nor more of the layers it is related to', async () => {
  const commune: Condition = { kind: 'compare', field: 'commune', op: '=', value: '62003' };
  const near: Condition = { kind: 'distance', metres: 20, layer: 'zones' };
  const { store, answers, read } = site.open();
  const question: Question = { target: 'parcelles', where: both(commune, near) };
  const answer = await answers.ask(question, createWork());
  expect(answer.outOf).toBe(240);
  expect([store.isWhole('parcelles'), store.isWhole('zones')]).toEqual([false, false]);
  const part = read.bytes;
  const whole = site.open();
  for (const id of ['parcelles', 'zones']) await whole.store.whole(id, createWork());
  expect(part).toBeGreaterThan(0);
  expect(part).toBeLessThan(whole.read.bytes / 3);
});

it('a question starts DuckDB where a condition reads attributes, within a relation too, and no other does', async () => {
  const startsFor = async (where: Condition) => {
    const { answers, read } = site.open();
    await answers.ask({ target: 'parcelles', where }, createWork());
    return read.starts;
  };
  const commune: Condition = { kind: 'compare', field: 'commune', op: '=', value: '62003' };
  const near: Condition = { kind: 'distance', metres: 20, layer: 'zones' };
  const large: Condition = { kind: 'measure', measure: 'area', op: '>', value: 1 };
  expect(await startsFor(both(near, large))).toBe(0);
  expect(await startsFor(both(commune, near))).toBe(1);
  const chosen: Condition = { kind: 'empty', field: 'niveau' };
  expect(await startsFor({ ...near, where: [chosen] })).toBe(1);
});

it('all of a very large layer are counted without being read', async () => {
  const { store, answers } = site.open(100_000_000);
  const question: Question = { target: 'parcelles', where: both() };
  const { count, outOf, total } = await answers.preview(question, createWork());
  expect({ count, outOf, total }).toEqual({ count: 240, outOf: 240, total: null });
  expect(await store.isCut('parcelles')).toBe(true);
});

it.each(['commune', 'n', 'jour'])(
  'the values of %s are counted as a layer read whole has them',
  async (field) => {
    const [part, whole] = [site.open(), site.open()];
    const { table } = await whole.store.whole('parcelles', createWork());
    const counts = await fieldValues(part.store, 'parcelles', field, createWork());
    expect(counts).toEqual(await fieldValues(whole.store, 'parcelles', field, createWork()));
    for (const { value, count } of counts) {
      expect(table.columns[field]?.filter((one) => one === value)).toHaveLength(count);
    }
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(240);
    expect(part.store.isWhole('parcelles')).toBe(false);
  },
);
