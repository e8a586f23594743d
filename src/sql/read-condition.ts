import type { Field } from '../domain/layer.ts';
import type { Comparison, Condition } from '../domain/question.ts';
import { type Expression, partsOf } from './expression.ts';
import {
  allOf,
  conjunctsOf,
  fieldOf,
  type KeySet,
  type Names,
  type Reading,
  resolveColumn,
} from './question-rows.ts';
import {
  compareField,
  constantOf,
  fieldAt,
  fitted,
  readComparison,
  uncast,
} from './read-comparison.ts';
import { Refusal } from './refusal.ts';
import type { Span } from './statement.ts';

/**
 * The condition that holds of the rows for which an expression is true or, where `wanted` is false, for which it is false: SQL
 * has a third value for what is missing, questions have not, so `NOT (x > 5)` is `x <= 5` and no negation.
 * @throws {Refusal} with the part that no question says.
 */
export function readCondition(
  expression: Expression,
  names: Names,
  reading: Reading,
  wanted = true,
): Condition {
  if (!wanted && isNeverNull(expression)) {
    return { kind: 'not', condition: readCondition(expression, names, reading) };
  }
  const read = (part: Expression, value = wanted) => readCondition(part, names, reading, value);
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const emptied = expression.kind === 'or' ? emptyField(expression.parts, names) : null;
      if (emptied) return { kind: 'empty', field: emptied.name };
      const kind = wanted === (expression.kind === 'and') ? 'and' : 'or';
      return { kind, conditions: expression.parts.map((part) => read(part)) };
    }
    case 'not':
      return read(expression.operand, !wanted);
    case 'literal':
      if (typeof expression.value !== 'boolean') throw new Refusal('expression', expression);
      return { kind: expression.value === wanted ? 'and' : 'or', conditions: [] };
    case 'column':
      return compareField(expression, '=', wanted, expression, names);
    case 'compare':
      return readComparison(expression, names, wanted);
    case 'null-test':
      return readNullTest(expression, names);
    case 'between':
      return readBetween(expression, read);
    case 'in':
      return readIn(expression, names, reading, wanted);
    case 'like':
      return readLike(expression, names, reading, wanted);
    case 'exists':
      return reading.readExists(expression, names);
    case 'call':
      return readCall(expression, names, reading, wanted);
    default:
      throw new Refusal('expression', expression);
  }
}

/** Whether an expression is true or false of every row, whatever is missing. */
function isNeverNull(expression: Expression): boolean {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return isEmptyTest(expression) || expression.parts.every(isNeverNull);
    case 'not':
      return isNeverNull(expression.operand);
    case 'literal':
      return expression.value !== null;
    case 'null-test':
      return true;
    case 'exists':
      return true;
    case 'call':
      return isCoalesced(expression) !== null;
    default:
      return false;
  }
}

/** The value that `coalesce(x, TRUE)` or `coalesce(x, FALSE)` has where `x` is missing; null for another call. */
function isCoalesced(expression: Expression): boolean | null {
  if (expression.kind !== 'call' || expression.name !== 'coalesce') return null;
  const [, value] = expression.args;
  const isPlain = expression.args.length === 2 && value?.kind === 'literal';
  return isPlain && typeof value.value === 'boolean' ? value.value : null;
}

/** Whether this is `x IS NULL OR x = ''`, whatever `x` is. */
function isEmptyTest(expression: Expression): boolean {
  if (expression.kind !== 'or' || expression.parts.length !== 2) return false;
  const [missing, blank] = expression.parts;
  return (
    missing?.kind === 'null-test' &&
    !missing.isNegated &&
    blank?.kind === 'compare' &&
    blank.op === '=' &&
    blank.right.kind === 'literal' &&
    blank.right.value === ''
  );
}

function emptyField(parts: Expression[], names: Names): Field | null {
  if (!isEmptyTest({ kind: 'or', parts, start: 0, end: 0 })) return null;
  const [missing, blank] = parts;
  if (missing?.kind !== 'null-test' || blank?.kind !== 'compare') return null;
  const field = fieldOf(missing.operand, names);
  const isSame = field && fieldOf(uncast(blank.left), names) === field;
  return isSame ? field : null;
}

function readNullTest(expression: Expression & { kind: 'null-test' }, names: Names): Condition {
  const { operand, isNegated } = expression;
  const keys = operand.kind === 'column' && operand.table ? names.keySets.get(operand.table) : null;
  if (keys && operand.kind === 'column' && operand.name === keys.column) {
    const condition = keyCondition(keys, names);
    return isNegated ? condition : { kind: 'not', condition };
  }
  const field = fieldAt(operand, names, expression);
  return isNegated ? isPresent(field) : isMissing(field);
}

/** What the keys of a table say of the rows, besides what holds of all of them. */
function keyCondition({ conditions }: KeySet, { known }: Names): Condition {
  return allOf(
    conditions.flatMap(conjunctsOf).filter((condition) => !known.has(JSON.stringify(condition))),
  );
}

/** A question takes a text without letters for empty, SQL does not. */
function isMissing({ name: field, type }: Field): Condition {
  if (type !== 'text') return { kind: 'empty', field };
  const blank: Condition = { kind: 'compare', field, op: '=', value: '' };
  return {
    kind: 'and',
    conditions: [
      { kind: 'empty', field },
      { kind: 'not', condition: blank },
    ],
  };
}

function isPresent({ name: field, type }: Field): Condition {
  const filled: Condition = { kind: 'not', condition: { kind: 'empty', field } };
  if (type !== 'text') return filled;
  return { kind: 'or', conditions: [filled, { kind: 'compare', field, op: '=', value: '' }] };
}

function readBetween(
  { operand, low, high, isNegated, start, end }: Expression & { kind: 'between' },
  read: (part: Expression) => Condition,
): Condition {
  const compare = (op: Comparison, right: Expression): Expression => ({
    kind: 'compare',
    op,
    left: operand,
    right,
    start,
    end,
  });
  const both: Expression = {
    kind: 'and',
    parts: [compare('>=', low), compare('<=', high)],
    start,
    end,
  };
  return read(isNegated ? { kind: 'not', operand: both, start, end } : both);
}

function readIn(
  expression: Expression & { kind: 'in' },
  names: Names,
  reading: Reading,
  wanted: boolean,
): Condition {
  const { operand, values, query, isNegated } = expression;
  if (query) return readKeyTest(expression, query, names, reading, wanted !== isNegated);
  const field = fieldAt(operand, names, expression);
  const scalars = values.map((value) => {
    const constant = constantOf(value);
    if (constant === null) throw new Refusal('null-value', value);
    if (constant === undefined) throw new Refusal('expression', value);
    return fitted(constant, field, value);
  });
  if (wanted !== isNegated) return { kind: 'among', field: field.name, values: scalars };
  return allOf(scalars.map((value) => ({ kind: 'compare', field: field.name, op: '!=', value })));
}

/** `id IN (SELECT id FROM …)`: the rows are those of a query over the same layer. */
function readKeyTest(
  expression: Expression & { kind: 'in' },
  query: Span,
  names: Names,
  reading: Reading,
  isWanted: boolean,
): Condition {
  const found = resolveColumn(expression.operand, names);
  const inner = names.queryAt(query);
  const keys = inner && reading.readKeys(inner, names);
  const { rows } = names;
  const isOurs = found?.rows === rows && found.field === rows.layer.key;
  if (!isOurs || keys?.rows.layer !== rows.layer) throw new Refusal('other-layer', expression);
  const condition = keyCondition(keys, names);
  return isWanted ? condition : { kind: 'not', condition };
}

function readLike(
  expression: Expression & { kind: 'like' },
  names: Names,
  reading: Reading,
  wanted: boolean,
): Condition {
  const field = fieldAt(expression.operand, names, expression);
  const pattern = constantOf(expression.pattern);
  if (typeof pattern !== 'string' || field.type !== 'text') throw new Refusal('type', expression);
  const isWanted = wanted !== expression.isNegated;
  if (!/[%_\\]/.test(pattern) && !expression.ignoresCase) {
    return { kind: 'compare', field: field.name, op: isWanted ? '=' : '!=', value: pattern };
  }
  const text = /^%([^%_\\]+)%$/.exec(pattern)?.[1];
  if (text === undefined) throw new Refusal('pattern', expression);
  reading.notes.add('contains');
  return holdsText(field, text, isWanted);
}

function holdsText(field: Field, text: string, isWanted: boolean): Condition {
  const holds: Condition = { kind: 'contains', field: field.name, text };
  return isWanted ? holds : allOf([{ kind: 'not', condition: holds }, isPresent(field)]);
}

function readCall(
  expression: Expression & { kind: 'call' },
  names: Names,
  reading: Reading,
  wanted: boolean,
): Condition {
  const [first, second] = expression.args;
  if (first && isCoalesced(expression) !== null) {
    if (isCoalesced(expression) === false) return readCondition(first, names, reading);
    return { kind: 'not', condition: readCondition(first, names, reading, false) };
  }
  if (expression.name === 'contains' && first && second) {
    const column = unfolded(first);
    const text = constantOf(unfolded(second));
    const field = fieldAt(column, names, expression);
    if (typeof text !== 'string') throw new Refusal('expression', expression);
    if (column === first) reading.notes.add('contains');
    return holdsText(field, text, wanted);
  }
  const isSpatial = expression.name.startsWith('st_') || expression.name.startsWith('travel_');
  const isOfOthers = [...partsOf(expression)].some(
    (part) => part.kind === 'column' && fieldOf(part, names) === null,
  );
  throw new Refusal(isSpatial && isOfOthers ? 'relation' : 'expression', expression);
}

/** What `lower(strip_accents(x))` is of; itself when it is nothing of the kind. */
function unfolded(expression: Expression): Expression {
  if (expression.kind !== 'call' || expression.name !== 'lower') return expression;
  const [inner] = expression.args;
  const isFolded = inner?.kind === 'call' && inner.name === 'strip_accents';
  return (isFolded && inner.args[0]) || expression;
}
