import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { Condition, RelationCondition } from '../../../src/domain/question.ts';
import type { Shape } from '../../../src/domain/shape.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { unprojectColumn } from '../../../src/geo/project.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { readRows } from '../../../src/loaders/read-arrow.ts';
import { createStar, shift } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { type OracleGeometry, readJsts } from '../../geo/read-jsts.ts';
import { createSqlDesk, createWork } from '../create-sql-desk.ts';

const random = createRandom(6);
const at = (): [number, number] => [1000 * random(), 1000 * random()];
const stars = (count: number, radius: number) =>
  Array.from({ length: count }, () => createStar(random, at(), radius * (0.5 + random()), 7));
const points = (count: number) =>
  Array.from({ length: count }, (): Geometry => ({ type: 'Point', coordinates: shift(at()) }));
const line = (): Geometry => ({ type: 'LineString', coordinates: [at(), at(), at()].map(shift) });

const GEOMETRIES: Record<string, (Geometry | null)[]> = {
  parcelles: [...stars(30, 60), null],
  zones: stars(8, 160),
  arrets: points(12),
  routes: Array.from({ length: 5 }, line),
};
const VALUES: Record<string, (number | null)[]> = Object.fromEntries(
  Object.entries(GEOMETRIES).map(([layer, { length }]) => [
    layer,
    Array.from({ length }, (_, row) => (row % 7 === 3 ? null : Math.floor(4 * random()))),
  ]),
);
const FAMILIES: Record<string, 'polygon' | 'point' | 'line'> = {
  parcelles: 'polygon',
  zones: 'polygon',
  arrets: 'point',
  routes: 'line',
};
const oracles = new Map(
  Object.entries(GEOMETRIES).map(([layer, list]) => [
    layer,
    list.map((geometry) => geometry && readJsts(geometry)),
  ]),
);

/** Shapes in degrees, and what they are in metres. */
const shapes = [createStar(random, [400, 400], 300, 9), line(), ...points(1)].map((metric, i) => {
  const degrees = rowToGeometry(unprojectColumn(geometriesToColumn([metric]), 'EPSG:3950'), 0);
  const shape = { name: `n° ${i}`, geometry: degrees } as Shape;
  return { shape, metric: readJsts(metric), family: ['polygon', 'line', 'point'][i] };
});

const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function growRelation(target: string, depth: number): Condition {
  const isPoint = FAMILIES[target] === 'point';
  const kind = pick([
    'distance',
    'intersects',
    'inside',
    isPoint ? 'distance' : 'overlap',
  ] as const);
  const needsPolygon = kind === 'inside' || kind === 'overlap';
  const fits = (family: unknown) => !needsPolygon || family === 'polygon';
  const number =
    kind === 'distance'
      ? { metres: 20 + 300 * random() }
      : kind === 'overlap'
        ? { minShare: pick([0, 0.2, 0.7]) }
        : {};
  if (random() < 0.3) {
    const { shape } = pick(shapes.filter(({ family }) => fits(family)));
    return { kind, ...number, shape } as Condition;
  }
  const layer = pick(Object.keys(FAMILIES).filter((id) => fits(FAMILIES[id])));
  const where = Array.from({ length: Math.floor(3 * random()) }, () => grow(layer, depth - 1));
  return { kind, ...number, layer, ...(random() < 0.8 && { where }) } as Condition;
}

function grow(target: string, depth: number): Condition {
  const compare: Condition = { kind: 'compare', field: 'n', op: pick(['<', '>=', '=']), value: 2 };
  const leaf = (): Condition =>
    FAMILIES[target] === 'polygon' && random() < 0.4
      ? { kind: 'measure', measure: 'area', op: '>', value: 20_000 * random() }
      : compare;
  if (depth <= 0) return leaf();
  const roll = random();
  if (roll < 0.45) return growRelation(target, depth);
  if (roll < 0.6) return leaf();
  if (roll < 0.75) return { kind: 'not', condition: grow(target, depth - 1) };
  const conditions = Array.from({ length: 1 + Math.floor(3 * random()) }, () =>
    grow(target, depth - 1),
  );
  return { kind: pick(['and', 'or'] as const), conditions };
}

/** Whether a row meets a condition, by trying every pair with JSTS. */
function meets(layer: string, row: number, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((child) => meets(layer, row, child));
    case 'or':
      return condition.conditions.some((child) => meets(layer, row, child));
    case 'not':
      return !meets(layer, row, condition.condition);
    case 'measure':
      return (oracles.get(layer)?.[row]?.getArea() ?? -1) > condition.value;
    case 'compare': {
      const value = VALUES[layer]?.[row] ?? null;
      if (value === null) return false;
      const wanted = condition.value as number;
      if (condition.op === '=') return value === wanted;
      return condition.op === '<' ? value < wanted : value >= wanted;
    }
    default:
      return isRelated(layer, row, condition as RelationCondition);
  }
}

function isRelated(layer: string, row: number, relation: RelationCondition): boolean {
  const own = oracles.get(layer)?.[row];
  if (!own) return false;
  const others = othersOf(layer, row, relation);
  if (relation.kind === 'distance')
    return others.some((one) => distanceOf(own, one) <= relation.metres);
  if (relation.kind === 'intersects') return others.some((one) => distanceOf(own, one) === 0);
  if (relation.kind === 'inside') return others.some((one) => own.within(one));
  if (relation.kind !== 'overlap') throw new Error(relation.kind);
  const met = others.filter((one) => distanceOf(own, one) === 0);
  if (met.length === 0) return false;
  const shared = own.intersection(met.reduce((all, one) => all.union(one)));
  const isLine = FAMILIES[layer] === 'line';
  const [covered, size] = isLine
    ? [shared.getLength(), own.getLength()]
    : [shared.getArea(), own.getArea()];
  return covered > 1e-6 * own.getLength() && covered >= relation.minShare * size;
}

const distances = new Map<OracleGeometry, Map<OracleGeometry, number>>();

function distanceOf(one: OracleGeometry, other: OracleGeometry): number {
  const known = distances.get(one) ?? new Map<OracleGeometry, number>();
  distances.set(one, known);
  const distance = known.get(other) ?? (one.intersects(other) ? 0 : one.distance(other));
  known.set(other, distance);
  return distance;
}

/** The rows that a relation relates to, whichever row it is of: found once. */
const related = new Map<RelationCondition, { row: number; geometry: OracleGeometry }[]>();

function othersOf(layer: string, row: number, relation: RelationCondition): OracleGeometry[] {
  if ('shape' in relation) {
    return shapes.filter(({ shape }) => shape === relation.shape).map(({ metric }) => metric);
  }
  const where: Condition = { kind: 'and', conditions: relation.where ?? [] };
  const all =
    related.get(relation) ??
    (oracles.get(relation.layer) ?? []).flatMap((geometry, other) =>
      geometry && meets(relation.layer, other, where) ? [{ row: other, geometry }] : [],
    );
  related.set(relation, all);
  const isSelf = (other: number) => relation.layer === layer && other === row;
  return all.filter((one) => !isSelf(one.row)).map(({ geometry }) => geometry);
}

it('random questions of relations, shapes and negations in one another find what brute force does', async () => {
  const layers = Object.entries(GEOMETRIES).map(([id, geometries]) => {
    const keys: Value[] = geometries.map((_, row) => `k${row}`);
    const types = { id: 'text', n: 'integer' } as const;
    return [id, { geometries, types, columns: { id: keys, n: VALUES[id] as Value[] } }] as const;
  });
  const { answers } = await createSqlDesk(Object.fromEntries(layers));
  const work = createWork();
  let found = 0;
  for (let i = 0; i < 60; i++) {
    const target = pick(Object.keys(GEOMETRIES));
    const where = grow(target, 4);
    const count = (GEOMETRIES[target] ?? []).length;
    const wanted = Array.from({ length: count }, (_, row) => row).filter((row) =>
      meets(target, row, where),
    );
    const question = { target, where };
    const answer = await answers.ask(question, work);
    const page = { answer: answer.id, offset: 0, limit: count, sort: null };
    const { rows } = readRows(await answers.rows(page, work));
    expect(
      rows.map(([row]) => row),
      JSON.stringify(question),
    ).toEqual(wanted);
    const { count: previewed, total } = await answers.preview(question, work);
    expect([previewed, total]).toEqual([answer.count, answer.total]);
    if (wanted.length > 0 && wanted.length < count) found++;
  }
  expect(found).toBeGreaterThan(20);
});
