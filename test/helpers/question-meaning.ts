import { type Condition, isRelation, type Question, whereOf } from '../../src/domain/question.ts';

/**
 * A question written in one way for all that mean the same by these rules: a group of one condition is that condition, a group in
 * one of its own kind is part of it, an equality with a text or a number is a list of one value, and the values of a list have no order.
 * Conditions keep theirs.
 */
export function meaningOf({ where, ...rest }: Question): Question {
  return { ...rest, where: plain(where) };
}

function plain(condition: Condition): Condition {
  if (condition.kind === 'and' || condition.kind === 'or') return plainGroup(condition);
  if (condition.kind === 'not') return { kind: 'not', condition: plain(condition.condition) };
  if (condition.kind === 'among') {
    return { ...condition, values: [...new Set(condition.values)].sort() };
  }
  if (
    condition.kind === 'compare' &&
    condition.op === '=' &&
    typeof condition.value !== 'boolean'
  ) {
    return { kind: 'among', field: condition.field, values: [condition.value] };
  }
  if (!isRelation(condition) || 'shape' in condition) return condition;
  const { where: _written, ...rest } = condition;
  const where = whereOf(condition);
  return where.length === 0
    ? rest
    : { ...rest, where: [plain({ kind: 'and', conditions: where })] };
}

function plainGroup({ kind, conditions }: Extract<Condition, { kind: 'and' | 'or' }>): Condition {
  const flat = conditions
    .map(plain)
    .flatMap((child) => (child.kind === kind ? child.conditions : [child]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, conditions: flat };
}
