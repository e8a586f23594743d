import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { Condition } from '../../../src/domain/question.ts';
import type { Shape } from '../../../src/domain/shape.ts';
import { readRows } from '../../../src/loaders/read-arrow.ts';
import { createSquare, shift } from '../../geo/create-polygons.ts';
import { createSqlDesk, createWork } from '../create-sql-desk.ts';

/** Ten squares of 100 m² in a row, 20 m from one to the next; the pond meets the first two. */
const squares = Array.from(
  { length: 10 },
  (_, i): Geometry => ({ type: 'Polygon', coordinates: [createSquare(20 * i, 0, 10)] }),
);
const pond: Geometry = { type: 'Polygon', coordinates: [createSquare(5, 5, 20)] };
const tree: Geometry = { type: 'Point', coordinates: shift([500, 0]) };

const { answers } = await createSqlDesk({
  parcelles: {
    geometries: squares,
    types: { id: 'text', n: 'integer' },
    columns: { id: squares.map((_, i) => `p${i}`), n: squares.map((_, i) => i) },
  },
  etangs: { geometries: [pond], types: { nom: 'text' }, columns: { nom: ['Grand'] } },
  arbres: { geometries: [tree], types: { nom: 'text' }, columns: { nom: ['Chêne'] } },
});
const work = createWork();
const preview = (where: Condition) => answers.preview({ target: 'parcelles', where }, work);
const and = (...conditions: Condition[]): Condition => ({ kind: 'and', conditions });
const or = (...conditions: Condition[]): Condition => ({ kind: 'or', conditions });
const not = (condition: Condition): Condition => ({ kind: 'not', condition });
const below = (value: number): Condition => ({ kind: 'compare', field: 'n', op: '<', value });
const wet: Condition = { kind: 'intersects', layer: 'etangs' };
const shaded: Condition = { kind: 'distance', metres: 5, layer: 'arbres' };

it('counts and sums what would be found', async () => {
  const { count, outOf, total, crs, emptying } = await preview(and(below(5), wet));
  expect([count, outOf, crs, emptying]).toEqual([2, 10, 'EPSG:3950', []]);
  expect(total).toBeCloseTo(200, 3);
});

it.each<[string, Condition, string[]]>([
  ['one condition alone', and(shaded), ['where.conditions.0']],
  ['a condition without a group', shaded, ['where']],
  ['the one that empties', and(below(5), shaded), ['where.conditions.1']],
  [
    'each of two that exclude each other',
    and(wet, not(below(4))),
    ['where.conditions.0', 'where.conditions.1'],
  ],
  ['none where it takes two', and(shaded, { ...shaded, metres: 6 }), []],
  [
    'one in a group rather than the group',
    and(below(5), and(wet, shaded)),
    ['where.conditions.1.conditions.1'],
  ],
  ['a group whose parts are alike', and(below(5), or(shaded, shaded)), ['where.conditions.1']],
  [
    'what is excepted',
    and(below(5), not(or(below(9), wet))),
    ['where.conditions.0', 'where.conditions.1.condition.conditions.0'],
  ],
  [
    'a relation, and the condition on its layer',
    and({
      ...wet,
      where: [{ kind: 'compare', field: 'nom', op: '=', value: 'Petit' }],
    } as Condition),
    ['where.conditions.0', 'where.conditions.0.where.0'],
  ],
])('tells what empties the result: %s', async (_name, where, paths) => {
  const { count, emptying } = await preview(where);
  expect([count, emptying]).toEqual([0, paths]);
});

it('leaves the answer that is held, which measures what a preview only counted', async () => {
  const where: Condition = { kind: 'distance', metres: 30, layer: 'etangs' };
  const held = await answers.ask({ target: 'parcelles', where: wet }, work);
  const { count } = await preview(where);
  expect(count).toBe(3);
  const page = { offset: 0, limit: 10, sort: null };
  expect(readRows(await answers.rows({ ...page, answer: held.id }, work)).rows).toHaveLength(2);
  const answer = await answers.ask({ target: 'parcelles', where }, work);
  const { columns, rows } = readRows(await answers.rows({ ...page, answer: answer.id }, work));
  const distances = rows.map((row) => row[columns.indexOf('distance_1_m')] as number);
  expect(distances.map((metres) => Math.round(metres * 1000))).toEqual([0, 0, 15_000]);
});

it('is cancelled', async () => {
  const controller = new AbortController();
  const waiting = answers.preview(
    { target: 'parcelles', where: shaded },
    createWork(controller.signal),
  );
  controller.abort();
  await expect(waiting).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});

it('refuses a sector that crosses itself, with the place in degrees', async () => {
  const ring = [
    [2.5, 50.4],
    [2.6, 50.5],
    [2.6, 50.4],
    [2.5, 50.5],
    [2.5, 50.4],
  ];
  const shape: Shape = { name: 'nœud', geometry: { type: 'Polygon', coordinates: [ring] } };
  const fault = await preview(and(not({ kind: 'inside', shape }))).catch(({ context }) => context);
  expect([fault.path, fault.fault]).toEqual([
    'where.conditions.0.condition.shape',
    'shape-crossing',
  ]);
  expect([fault.lng, fault.lat].map((degrees) => Math.round(1e6 * degrees))).toEqual([
    2_550_000, 50_450_000,
  ]);
});
