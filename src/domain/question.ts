import { type Catalogue, findLayer } from './catalogue.ts';
import { AppError } from './errors.ts';
import type { Field, Layer } from './layer.ts';
import { findNetwork, type TravelMode } from './network.ts';
import { relatedFamilies } from './related-families.ts';

/** Comparisons of an attribute or a measure with one value. */
export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;

/** One of `COMPARISONS`. */
export type Comparison = (typeof COMPARISONS)[number];

/** A value an attribute may be compared with. */
export type Scalar = string | number | boolean;

/** A condition on attributes alone; the only kind allowed inside a relation to another layer. */
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

/** A relation of the feature to another layer, of which `where` keeps the features that meet all its conditions. */
export interface RelationTarget {
  layer: string;
  where?: AttributeCondition[];
}

/**
 * A relation to another layer, measured in the territory's metric CRS:
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

/** Every relation of a tree, in reading order. */
export function relationsOf(condition: Condition): RelationCondition[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap(relationsOf);
  }
  if (condition.kind === 'not') return relationsOf(condition.condition);
  return isRelation(condition) ? [condition] : [];
}

/** Whether two questions ask the same, written in the same order. */
export function isSameQuestion(a: Question | null, b: Question | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Ids of all layers that a question names: its target, then those it relates it to, each once. */
export function layersOf(question: Question): string[] {
  const related = relationsOf(question.where).map((relation) => relation.layer);
  return [...new Set([question.target, ...related])];
}

/** Ids of all layers that answering reads: those that the question names, then the network if it asks for travel. */
export function layersRead(question: Question, catalogue: Catalogue): string[] {
  const network = relationsOf(question.where).some(({ kind }) => kind === 'travel')
    ? [findNetwork(catalogue).id]
    : [];
  return [...new Set([...layersOf(question), ...network])];
}

/**
 * Checks that a question makes sense for a catalogue: its layers and fields exist, values have the field's type,
 * areas are asked of polygons and lengths of lines, relations of families that may meet them (`relatedFamilies`),
 * distances, times and shares are in their range, and there is a network to travel over.
 * @throws {AppError} `layer-unknown`, `field-unknown`, `network-missing` or `question-invalid`, each with the `path` of the
 * fault.
 */
export function checkQuestion(question: Question, catalogue: Catalogue): void {
  const target = layerAt(catalogue, question.target, 'target');
  if (question.groupBy !== undefined) fieldAt(target, question.groupBy, 'groupBy');
  checkCondition(question.where, target, catalogue, 'where');
}

function checkCondition(
  condition: Condition,
  target: Layer,
  catalogue: Catalogue,
  path: string,
): void {
  if (condition.kind === 'and' || condition.kind === 'or') {
    condition.conditions.forEach((child, i) => {
      checkCondition(child, target, catalogue, `${path}.conditions.${i}`);
    });
  } else if (condition.kind === 'not') {
    checkCondition(condition.condition, target, catalogue, `${path}.condition`);
  } else if (condition.kind === 'measure') {
    const wanted = condition.measure === 'area' ? 'polygon' : 'line';
    if (target.geometry !== wanted)
      fail(`${path}.measure`, `${target.id} has no ${condition.measure}`);
  } else if (isRelation(condition)) {
    checkRelation(condition, target, catalogue, path);
  } else {
    checkAttribute(condition, target, path);
  }
}

function checkRelation(
  condition: RelationCondition,
  target: Layer,
  catalogue: Catalogue,
  path: string,
): void {
  const layer = layerAt(catalogue, condition.layer, `${path}.layer`);
  const families = relatedFamilies(condition.kind, target.geometry);
  if (families.length === 0) {
    fail(
      `${path}.kind`,
      `${condition.kind} is not for ${target.geometry}s, which ${target.id} holds`,
    );
  }
  if (!families.includes(layer.geometry)) {
    const wanted = families.map((family) => `${family}s`).join(' or ');
    fail(`${path}.layer`, `${layer.id} holds ${layer.geometry}s, ${wanted} are wanted`);
  }
  if (condition.kind === 'distance') {
    checkRange(condition.metres, MAX_DISTANCE_M, `${path}.metres`);
  }
  if (condition.kind === 'travel') {
    findNetwork(catalogue, path);
    checkRange(condition.minutes, MAX_MINUTES, `${path}.minutes`);
    if (condition.minutes === 0) fail(`${path}.minutes`, '0, wanted more');
  }
  if (condition.kind === 'overlap') checkRange(condition.minShare, 1, `${path}.minShare`);
  condition.where?.forEach((child, i) => {
    checkAttribute(child, layer, `${path}.where.${i}`);
  });
}

function checkRange(value: number, max: number, path: string): void {
  if (!(value >= 0 && value <= max)) fail(path, `${value}, wanted 0 to ${max}`);
}

function checkAttribute(condition: AttributeCondition, layer: Layer, path: string): void {
  const field = fieldAt(layer, condition.field, `${path}.field`);
  if (condition.kind === 'compare') checkScalar(condition.value, field, `${path}.value`);
  if (condition.kind === 'among') {
    condition.values.forEach((value, i) => {
      checkScalar(value, field, `${path}.values.${i}`);
    });
  }
  if (condition.kind === 'contains' && field.type !== 'text') {
    fail(`${path}.field`, `${field.name} is ${field.type}, text is wanted`);
  }
}

function checkScalar(value: Scalar, field: Field, path: string): void {
  const wanted = {
    text: 'string',
    date: 'string',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
  };
  if (typeof value !== wanted[field.type]) {
    fail(path, `${field.name} is ${field.type}, got ${typeof value} ${String(value)}`);
  }
}

function layerAt(catalogue: Catalogue, id: string, path: string): Layer {
  try {
    return findLayer(catalogue, id);
  } catch (cause) {
    throw new AppError(
      'layer-unknown',
      `question at ${path}: no layer "${id}"`,
      { layer: id, path },
      cause,
    );
  }
}

function fieldAt(layer: Layer, name: string, path: string): Field {
  const field = layer.fields.find((candidate) => candidate.name === name);
  if (!field) {
    throw new AppError('field-unknown', `question at ${path}: ${layer.id} has no field "${name}"`, {
      layer: layer.id,
      field: name,
      path,
    });
  }
  return field;
}

function fail(path: string, reason: string): never {
  throw new AppError('question-invalid', `question at ${path}: ${reason}`, { path, reason });
}
