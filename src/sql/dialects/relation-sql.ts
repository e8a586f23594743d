import type { Catalogue } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { type Dialect, GEOMETRY } from './dialect.ts';
import { toWkt } from './shape-wkt.ts';

/** What the SQL of a relation depends on, besides the relation. */
export interface RelationSetting {
  dialect: Dialect;
  target: Layer;
  catalogue: Catalogue;
}

/** A relation with its number, which its measures and queries are named after. */
export interface NumberedRelation {
  relation: RelationCondition;
  /** From 1 in the question; of a relation inside the first, `1_1`, `1_2`. */
  number: string;
}

/** Relations with their numbers; those inside another begin with its number. */
export function numberRelations(
  relations: RelationCondition[],
  outer: string | null,
): NumberedRelation[] {
  const prefix = outer === null ? '' : `${outer}_`;
  return relations.map((relation, i) => ({ relation, number: `${prefix}${i + 1}` }));
}

/** Whether an answer has a measure of the relation: a distance, or an overlap with its share. */
export function isMeasured({ kind }: RelationCondition): boolean {
  return kind === 'distance' || kind === 'overlap';
}

/**
 * The test of one pair of features, by the names that they go by; a feature does not pair with itself.
 * @throws {AppError} `question-untranslatable` of `travel`, for which these engines have no function.
 */
export function pairTest(
  relation: RelationCondition,
  a: string,
  b: string,
  { dialect, target }: RelationSetting,
): string {
  const test = geometryTest(relation, `${a}.${GEOMETRY}`, `${b}.${GEOMETRY}`, dialect);
  if ('shape' in relation || relation.layer !== target.id) return test;
  const key = dialect.quote(target.key);
  return `${test} AND ${a}.${key} <> ${b}.${key}`;
}

function geometryTest(
  relation: RelationCondition,
  one: string,
  other: string,
  { boxOperator }: Dialect,
): string {
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

/** What a relation relates to, as it stands after `FROM`: the table of a layer, or a row whose geometry is the shape. */
export function relatedSource(relation: RelationCondition, setting: RelationSetting): string {
  const { dialect, catalogue } = setting;
  if (!('shape' in relation)) return dialect.quote(relation.layer);
  const shape = dialect.shape(toWkt(relation.shape), catalogue.territory.metricCrs);
  return `(SELECT ${shape} AS ${GEOMETRY})`;
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
