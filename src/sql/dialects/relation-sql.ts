import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import { type RelationCondition, whereOf } from '../../domain/question.ts';
import { conditionToSql } from './condition-sql.ts';
import { type Dialect, GEOMETRY } from './dialect.ts';

/** What the SQL of a relation depends on, besides the relation. */
export interface RelationSetting {
  dialect: Dialect;
  target: Layer;
  catalogue: Catalogue;
}

/** A relation with its number in the question, from 1, which its measures are named after. */
export interface NumberedRelation {
  relation: RelationCondition;
  number: number;
}

/** Whether an answer has a measure of the relation: a distance, or an overlap with its share. */
export function isMeasured({ kind }: RelationCondition): boolean {
  return kind === 'distance' || kind === 'overlap';
}

/**
 * The test of one pair of features, by the names that they go by.
 * @throws {AppError} `question-untranslatable` of `travel`, for which these engines have no function.
 */
export function pairTest(
  relation: RelationCondition,
  a: string,
  b: string,
  { boxOperator }: Dialect,
): string {
  const [one, other] = [`${a}.${GEOMETRY}`, `${b}.${GEOMETRY}`];
  if (relation.kind === 'distance') return `ST_DWithin(${one}, ${other}, ${relation.metres})`;
  if (relation.kind === 'travel') {
    const context = { reason: relation.kind };
    throw new AppError('question-untranslatable', 'travel has no equivalent in SQL', context);
  }
  const test = `${FUNCTIONS[relation.kind]}(${one}, ${other})`;
  return relation.kind === 'equals' && boxOperator !== null
    ? `${one} ${boxOperator} ${other} AND ${test}`
    : test;
}

/** The conditions on the related layer, whose features go by `alias`; each is to hold. */
export function whereTests(
  relation: RelationCondition,
  alias: string,
  { dialect, catalogue }: RelationSetting,
): string[] {
  const layer = findLayer(catalogue, relatedLayer(relation));
  return whereOf(relation).map((condition) =>
    conditionToSql(condition, {
      dialect,
      layer,
      alias,
      relationTest: () => untranslatable('nested'),
    }),
  );
}

/** The layer that a relation relates to. */
export function relatedLayer(relation: RelationCondition): string {
  return 'shape' in relation ? untranslatable('shape') : relation.layer;
}

function untranslatable(reason: string): never {
  throw new AppError('question-untranslatable', `${reason} has no equivalent in SQL`, { reason });
}

/**
 * How much of the target's feature the union of others covers: what is to be united, of the features a and b, and what
 * is measured of the union, of which a line along the rim does not count. m² of polygons, m of lines.
 */
export function overlapMeasure({ target, dialect }: RelationSetting): {
  united(a: string, b: string): string;
  measured(a: string, union: string): string;
} {
  const geometryOf = (alias: string) => dialect.valid(`${alias}.${GEOMETRY}`);
  if (target.geometry === 'polygon') {
    return {
      united: (a, b) => `ST_Intersection(${geometryOf(a)}, ${geometryOf(b)})`,
      measured: (_a, union) => `ST_Area(${union})`,
    };
  }
  return {
    united: (_a, b) => geometryOf(b),
    measured: (a, union) =>
      `ST_Length(ST_Difference(ST_Intersection(${a}.${GEOMETRY}, ${union}), ST_Boundary(${union})))`,
  };
}

/** Whether a measured overlap is enough, within the width of a border; each test is to hold. */
export function overlapTests(
  { minShare }: { minShare: number },
  shared: string,
  geometry: string,
  { target }: RelationSetting,
): string[] {
  const isPolygon = target.geometry === 'polygon';
  const border = `${BORDER_WIDTH_M} * ${isPolygon ? 'ST_Perimeter' : 'ST_Length'}(${geometry})`;
  const size = `${isPolygon ? 'ST_Area' : 'ST_Length'}(${geometry})`;
  const isMore = `${shared} > ${border}`;
  return minShare === 0 ? [isMore] : [isMore, `${shared} + ${border} >= ${minShare} * ${size}`];
}

/** Widest sliver that counts as a shared border and not as an overlap, in metres; `BORDER_WIDTH_M` of `geo/overlap`. */
export const BORDER_WIDTH_M = '1e-6';

const FUNCTIONS: Record<Exclude<RelationCondition['kind'], 'distance' | 'travel'>, string> = {
  overlap: 'ST_Intersects',
  inside: 'ST_Within',
  intersects: 'ST_Intersects',
  encloses: 'ST_Contains',
  touches: 'ST_Touches',
  crosses: 'ST_Crosses',
  overlaps: 'ST_Overlaps',
  equals: 'ST_Equals',
};
