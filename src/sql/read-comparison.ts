import type { Field } from '../domain/layer.ts';
import type { Comparison, Condition, Scalar } from '../domain/question.ts';
import type { Expression } from './expression.ts';
import { fieldOf, GEOM, type Names, resolveColumn } from './question-rows.ts';
import { Refusal } from './refusal.ts';

/**
 * A comparison of a field or of the size of the geometry with a value, or its contrary of what is not missing.
 * @throws {Refusal}
 */
export function readComparison(
  expression: Expression & { kind: 'compare' },
  names: Names,
  wanted: boolean,
): Condition {
  const { left, right } = expression;
  const op = wanted ? expression.op : OPPOSITE[expression.op];
  const value = constantOf(right);
  if (value !== undefined) return compareWith(left, op, value, expression, names);
  const flipped = constantOf(left);
  if (flipped === undefined) throw new Refusal('expression', expression);
  return compareWith(right, FLIPPED[op], flipped, expression, names);
}

function compareWith(
  side: Expression,
  op: Comparison,
  value: Scalar | null,
  whole: Expression,
  names: Names,
): Condition {
  if (value === null) throw new Refusal('null-value', whole);
  const size = sizeOf(side, names);
  if (!size) return compareField(side, op, value, whole, names);
  if (typeof value !== 'number') throw new Refusal('type', whole);
  return { kind: 'measure', measure: size.measure, op, value: size.toWhole(value) };
}

/** A field compared with a value of its type. @throws {Refusal} */
export function compareField(
  side: Expression,
  op: Comparison,
  value: Scalar,
  whole: Expression,
  names: Names,
): Condition {
  const field = fieldAt(uncast(side), names, whole);
  return { kind: 'compare', field: field.name, op, value: fitted(value, field, whole) };
}

/** The field that an expression is. @throws {Refusal} */
export function fieldAt(expression: Expression, names: Names, whole: Expression): Field {
  const field = fieldOf(expression, names);
  if (field) return field;
  throw new Refusal(expression.kind === 'column' ? 'column' : 'expression', whole);
}

/** A literal as the type of a field wants it. @throws {Refusal} */
export function fitted(value: Scalar, field: Field, whole: Expression): Scalar {
  const wanted = { text: 'string', date: 'string', integer: 'number', number: 'number' };
  const type = field.type === 'boolean' ? 'boolean' : wanted[field.type];
  if (typeof value === type) return value;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (type === 'number' && Number.isFinite(number)) return number;
  throw new Refusal('type', whole);
}

/** A column, out of the `CAST` that dates are compared through. */
export function uncast(expression: Expression): Expression {
  return expression.kind === 'cast' ? expression.operand : expression;
}

/** The value of an expression without columns; undefined for another. */
export function constantOf(expression: Expression): Scalar | null | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'cast' && expression.operand.kind === 'literal') {
    return expression.operand.value;
  }
  if (expression.kind !== 'arithmetic') return undefined;
  const left = constantOf(expression.left);
  const right = constantOf(expression.right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const results = { '+': left + right, '-': left - right, '*': left * right, '/': left / right };
  return results[expression.op];
}

/** `ST_Area(geom)` or `ST_Length(geom)`, times or over a number: how a number compared with it is one compared with the whole. */
function sizeOf(
  expression: Expression,
  names: Names,
): { measure: 'area' | 'length'; toWhole(value: number): number } | null {
  if (expression.kind === 'call') {
    const measure = MEASURES[expression.name];
    const [geometry] = expression.args;
    const found = geometry && resolveColumn(geometry, names);
    if (!measure || found?.field !== GEOM || found.rows !== names.rows) return null;
    return { measure, toWhole: (value) => value };
  }
  if (expression.kind !== 'arithmetic') return null;
  const factor = constantOf(expression.right);
  const inner = sizeOf(expression.left, names);
  if (!inner || typeof factor !== 'number' || factor <= 0) return null;
  const { measure, toWhole } = inner;
  if (expression.op === '/') return { measure, toWhole: (value) => toWhole(value * factor) };
  return expression.op === '*' ? { measure, toWhole: (value) => toWhole(value / factor) } : null;
}

const MEASURES: Record<string, 'area' | 'length'> = { st_area: 'area', st_length: 'length' };
const OPPOSITE: Record<Comparison, Comparison> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const FLIPPED: Record<Comparison, Comparison> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
