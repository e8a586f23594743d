import type { Field } from '../../domain/layer.ts';
import { type AttributeCondition, COMPARISONS, type Comparison } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';

/** What a reader can ask of a field: a comparison, or one of the other kinds of attribute condition. */
export type Operator = Comparison | 'among' | 'contains' | 'empty';

/** The operators that make sense for a field, in the order of the list. */
export function operatorsOf(field: Field): Operator[] {
  if (field.codes) return ['among', 'empty'];
  switch (field.type) {
    case 'boolean':
      return ['=', 'empty'];
    case 'text':
      return ['contains', '=', '!=', 'among', 'empty'];
    case 'date':
      return [...COMPARISONS, 'empty'];
    default:
      return [...COMPARISONS, 'among', 'empty'];
  }
}

/** The operator that a condition uses. */
export function operatorOf(condition: AttributeCondition): Operator {
  return condition.kind === 'compare' ? condition.op : condition.kind;
}

/** How an operator reads after the name of a field. */
export function operatorLabel(operator: Operator, field: Field): string {
  if (operator === 'among' || operator === 'contains' || operator === 'empty') {
    return fr.condition[operator];
  }
  if (field.type === 'date') return fr.condition.dateOperators[operator];
  if (field.type === 'text' || field.type === 'boolean')
    return fr.condition.textOperators[operator];
  return fr.condition.operators[operator];
}

/** The condition with another operator; its value is kept where it still has a meaning. */
export function withOperator(
  condition: AttributeCondition,
  operator: Operator,
  field: Field,
): AttributeCondition {
  const { field: name } = condition;
  if (operator === 'empty') return { kind: 'empty', field: name };
  const value = writtenValue(condition);
  if (operator === 'among') {
    const isWritten = value !== null && value !== '' && !Number.isNaN(value);
    return { kind: 'among', field: name, values: isWritten ? [value] : [] };
  }
  if (operator === 'contains') return { kind: 'contains', field: name, text: String(value ?? '') };
  return { kind: 'compare', field: name, op: operator, value: value ?? emptyValue(field) };
}

/**
 * The condition that a reader is first offered on a field, its value still to be written (NaN, an empty text).
 * `isSmall` says that the layer is small enough for its values to be listed.
 */
export function firstCondition(field: Field, isSmall: boolean): AttributeCondition {
  const { name } = field;
  if (field.codes) return { kind: 'among', field: name, values: [] };
  if (field.type === 'boolean') return { kind: 'compare', field: name, op: '=', value: true };
  if (field.type === 'text') {
    return isSmall
      ? { kind: 'among', field: name, values: [] }
      : { kind: 'contains', field: name, text: '' };
  }
  const op = field.type === 'date' ? '>=' : '>';
  return { kind: 'compare', field: name, op, value: emptyValue(field) };
}

function emptyValue(field: Field): string | number | boolean {
  if (field.type === 'boolean') return true;
  return field.type === 'number' || field.type === 'integer' ? Number.NaN : '';
}

function writtenValue(condition: AttributeCondition): string | number | boolean | null {
  if (condition.kind === 'compare') return condition.value;
  if (condition.kind === 'among') return condition.values[0] ?? null;
  return condition.kind === 'contains' ? condition.text : null;
}
