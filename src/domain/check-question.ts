import { type Catalogue, findLayer } from './catalogue.ts';
import { checkShape } from './check-shape.ts';
import { AppError } from './errors.ts';
import type { Field, GeometryFamily, Layer } from './layer.ts';
import { findNetwork } from './network.ts';
import {
  type AttributeCondition,
  type Condition,
  isRelation,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  MAX_NESTING,
  type Question,
  type RelationCondition,
  type Scalar,
  whereOf,
} from './question.ts';
import { relatedFamilies } from './related-families.ts';
import { shapeFamily } from './shape.ts';

/**
 * Checks that a question makes sense for a catalogue: its layers and fields exist, values have the field's type,
 * areas are asked of polygons and lengths of lines, relations of families that may meet them (`relatedFamilies`),
 * distances, times and shares are in their range, there is a network to travel over, and shapes are such as `checkShape`
 * wants. Conditions on a related layer are held against that layer.
 * @throws {AppError} `layer-unknown`, `field-unknown`, `network-missing` or `question-invalid`, each with the `path` of the
 * fault (`where.conditions.1.where.0.metres`); the last with a `fault` of `QUESTION_FAULTS` where there is more to say.
 */
export function checkQuestion(question: Question, catalogue: Catalogue): void {
  const target = layerAt(catalogue, question.target, 'target');
  if (question.groupBy !== undefined) fieldAt(target, question.groupBy, 'groupBy');
  checkCondition(question.where, { target, catalogue, depth: 1 }, 'where');
}

/** Faults of a question that have a sentence of their own, besides those of `SHAPE_FAULTS`. */
export const QUESTION_FAULTS = ['nested', 'own-travel'] as const;

interface Setting {
  /** The layer whose features the condition is on. */
  target: Layer;
  catalogue: Catalogue;
  /** How many conditions the condition stands in, itself included. */
  depth: number;
}

function checkCondition(condition: Condition, setting: Setting, path: string): void {
  const { target, depth } = setting;
  if (depth > MAX_NESTING) fail(path, `more than ${MAX_NESTING} levels of conditions`, 'nested');
  const inner = { ...setting, depth: depth + 1 };
  if (condition.kind === 'and' || condition.kind === 'or') {
    condition.conditions.forEach((child, i) => {
      checkCondition(child, inner, `${path}.conditions.${i}`);
    });
  } else if (condition.kind === 'not') {
    checkCondition(condition.condition, inner, `${path}.condition`);
  } else if (condition.kind === 'measure') {
    const wanted = condition.measure === 'area' ? 'polygon' : 'line';
    if (target.geometry !== wanted)
      fail(`${path}.measure`, `${target.id} has no ${condition.measure}`);
  } else if (isRelation(condition)) {
    checkRelation(condition, inner, path);
  } else {
    checkAttribute(condition, target, path);
  }
}

function checkRelation(condition: RelationCondition, setting: Setting, path: string): void {
  const { target, catalogue } = setting;
  const families = relatedFamilies(condition.kind, target.geometry);
  const holds = (family: GeometryFamily) => `holds ${family}s`;
  if (families.length === 0) {
    fail(
      `${path}.kind`,
      `${condition.kind} is not for ${target.id}, which ${holds(target.geometry)}`,
    );
  }
  const wanted = `${families.map((family) => `${family}s`).join(' or ')} are wanted`;
  if ('shape' in condition) {
    const family = shapeFamily(condition.shape);
    checkShape(condition.shape, catalogue.territory.extent, `${path}.shape`);
    if (!families.includes(family)) fail(`${path}.shape`, `the shape ${holds(family)}, ${wanted}`);
  } else {
    const layer = layerAt(catalogue, condition.layer, `${path}.layer`);
    if (!families.includes(layer.geometry)) {
      fail(`${path}.layer`, `${layer.id} ${holds(layer.geometry)}, ${wanted}`);
    }
    if (condition.kind === 'travel' && layer.id === target.id) {
      fail(`${path}.layer`, `travel among the features of ${layer.id}`, 'own-travel');
    }
    whereOf(condition).forEach((child, i) => {
      checkCondition(child, { ...setting, target: layer }, `${path}.where.${i}`);
    });
  }
  checkNumbers(condition, catalogue, path);
}

function checkNumbers(condition: RelationCondition, catalogue: Catalogue, path: string): void {
  if (condition.kind === 'distance') {
    checkRange(condition.metres, MAX_DISTANCE_M, `${path}.metres`);
  }
  if (condition.kind === 'travel') {
    findNetwork(catalogue, path);
    checkRange(condition.minutes, MAX_MINUTES, `${path}.minutes`);
    if (condition.minutes === 0) fail(`${path}.minutes`, '0, wanted more');
  }
  if (condition.kind === 'overlap') checkRange(condition.minShare, 1, `${path}.minShare`);
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

function fail(path: string, reason: string, fault?: (typeof QUESTION_FAULTS)[number]): never {
  const context = { path, reason, ...(fault && { fault }) };
  throw new AppError('question-invalid', `question at ${path}: ${reason}`, context);
}
