import type { Catalogue } from './catalogue.ts';
import { findNetwork, type TravelMode } from './network.ts';
import type { Shape } from './shape.ts';

/** Comparisons of an attribute or a measure with one value. */
export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;

/** One of `COMPARISONS`. */
export type Comparison = (typeof COMPARISONS)[number];

/** A value an attribute may be compared with. */
export type Scalar = string | number | boolean;

/** A condition on attributes alone. */
export type AttributeCondition =
  | { kind: 'compare'; field: string; op: Comparison; value: Scalar }
  | { kind: 'among'; field: string; values: Scalar[] }
  | { kind: 'contains'; field: string; text: string }
  | { kind: 'empty'; field: string };

/** A condition on the feature's own geometry: planar area (m²) or length (m) in the territory's metric CRS. */
export interface MeasureCondition {
  kind: 'measure';
  measure: 'area' | 'length';
  op: Comparison;
  value: number;
}

/**
 * A layer that a feature is related to. Its features count that meet every condition of `where`, which are conditions on
 * them: of any kind, relations included, so that a whole other question may stand there. The layer may be that of the
 * feature itself, which then never relates to itself.
 */
export interface LayerTarget {
  layer: string;
  where?: Condition[];
}

/** A shape that a feature is related to; in the question itself, so that links carry it. */
export interface ShapeTarget {
  shape: Shape;
}

/** What a feature is related to; `'shape' in relation` tells one from the other. */
export type RelationTarget = LayerTarget | ShapeTarget;

/**
 * A relation to another layer or to a shape, whose one feature it is, measured in the territory's metric CRS:
 * - `distance`: at most `metres` from one of its features (0 when they touch or overlap), boundary included;
 * - `travel`: at most `minutes` away by that mode, over the network of the catalogue (`networkLayer`), from one of its
 *   features; each feature is entered at a point inside it (the middle of a line), the nearest of its parts counts;
 * - `overlap`: the union of its features covers at least `minShare` (0 to 1) of the feature's area, or of its length
 *   when it is a line; `minShare` 0 means that they share more than a boundary;
 * - `inside`: within one of its features (OGC `within`: in the closed polygon, interiors meeting);
 * - `intersects`: shares at least one point with one of its features (a shared border is enough);
 * - `encloses`: one of its features is within it (OGC `contains`);
 * - `touches`, `crosses`, `overlaps`, `equals`: the OGC predicate of that name holds with one of its features.
 */
export type RelationCondition =
  | ({ kind: 'distance'; metres: number } & RelationTarget)
  | TravelCondition
  | ({ kind: 'overlap'; minShare: number } & RelationTarget)
  | ({ kind: (typeof PREDICATES)[number] } & RelationTarget);

/** The relation `travel`. */
export type TravelCondition = {
  kind: 'travel';
  mode: TravelMode;
  minutes: number;
} & RelationTarget;

/** Relations that hold or do not, without a number. */
export const PREDICATES = [
  'inside',
  'intersects',
  'encloses',
  'touches',
  'crosses',
  'overlaps',
  'equals',
] as const;

/** A kind of relation to another layer. */
export type RelationKind = RelationCondition['kind'];

/** Every kind of relation. */
export const RELATION_KINDS: readonly RelationKind[] = [
  'distance',
  'travel',
  'overlap',
  ...PREDICATES,
];

/** A tree of conditions. An empty `and` is true, an empty `or` is false. */
export type Condition =
  | { kind: 'and'; conditions: Condition[] }
  | { kind: 'or'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | AttributeCondition
  | MeasureCondition
  | RelationCondition;

/** A spatial question: which features of `target` meet `where`, grouped by one of its fields or not at all. */
export interface Question {
  target: string;
  where: Condition;
  groupBy?: string;
}

/** Longest distance that a question may ask for, in metres: the size of the territory. */
export const MAX_DISTANCE_M = 50_000;

/** Longest time of travel that a question may ask for. */
export const MAX_MINUTES = 120;

/** Whether a condition relates the feature to another layer. */
export function isRelation(condition: Condition): condition is RelationCondition {
  return (RELATION_KINDS as readonly string[]).includes(condition.kind);
}

/** Whether a condition reads attributes alone. */
export function isAttribute(condition: Condition): condition is AttributeCondition {
  return ['compare', 'among', 'contains', 'empty'].includes(condition.kind);
}

/** Longest chain of conditions that stand in one another, those of related layers included. */
export const MAX_NESTING = 24;

/** Every relation of the features of a tree, in reading order; not those inside another, which are of other features. */
export function relationsOf(condition: Condition): RelationCondition[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap(relationsOf);
  }
  if (condition.kind === 'not') return relationsOf(condition.condition);
  return isRelation(condition) ? [condition] : [];
}

/** Every relation of a tree, in reading order, those inside another after it. */
export function allRelationsOf(condition: Condition): RelationCondition[] {
  return allConditionsOf(condition).flatMap(({ condition: one }) => (isRelation(one) ? [one] : []));
}

/** A condition and where it stands in its question: `where.conditions.1.where.0`. */
export interface PlacedCondition {
  path: string;
  condition: Condition;
}

/** A condition at a path and all those within it, those of related layers included, in reading order. */
export function allConditionsOf(condition: Condition, path = 'where'): PlacedCondition[] {
  return [
    { path, condition },
    ...childrenOf(condition, path).flatMap((child) => allConditionsOf(child.condition, child.path)),
  ];
}

function childrenOf(condition: Condition, path: string): PlacedCondition[] {
  const placed = (list: Condition[], name: string) =>
    list.map((child, i) => ({ path: `${path}.${name}.${i}`, condition: child }));
  if (condition.kind === 'and' || condition.kind === 'or') {
    return placed(condition.conditions, 'conditions');
  }
  if (condition.kind === 'not') {
    return [{ path: `${path}.condition`, condition: condition.condition }];
  }
  return isRelation(condition) ? placed(whereOf(condition), 'where') : [];
}

/** The conditions on what a relation relates to; none for a shape. */
export function whereOf(relation: RelationCondition): Condition[] {
  return 'shape' in relation ? [] : (relation.where ?? []);
}

/** Whether two questions ask the same, written in the same order. */
export function isSameQuestion(a: Question | null, b: Question | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Ids of all layers that a question names: its target, then those it relates it to, each once. */
export function layersOf(question: Question): string[] {
  const related = allRelationsOf(question.where).flatMap((relation) =>
    'shape' in relation ? [] : [relation.layer],
  );
  return [...new Set([question.target, ...related])];
}

/** Ids of all layers that answering reads: those that the question names, then the network if it asks for travel. */
export function layersRead(question: Question, catalogue: Catalogue): string[] {
  const network = allRelationsOf(question.where).some(({ kind }) => kind === 'travel')
    ? [findNetwork(catalogue).id]
    : [];
  return [...new Set([...layersOf(question), ...network])];
}
