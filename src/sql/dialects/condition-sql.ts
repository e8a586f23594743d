import { isIsoDay } from '../../domain/iso-day.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import {
  type AttributeCondition,
  type Comparison,
  type Condition,
  isAttribute,
  isRelation,
  type MeasureCondition,
  type RelationCondition,
  type Scalar,
} from '../../domain/question.ts';
import { type Dialect, foldAccents, GEOMETRY } from './dialect.ts';

/** What a condition's SQL depends on, besides the condition. */
export interface ConditionSetting {
  dialect: Dialect;
  /** The layer whose rows are tested, and the name that they go by. */
  layer: Layer;
  alias: string;
  /** The test of a relation, or of its contrary; true or false, never null. */
  relationTest(relation: RelationCondition, isNegated: boolean): string;
}

/**
 * A condition as an expression that is true where the engine's answer is yes. Where no negation surrounds it, it may be
 * null for no; under one it is true or false, so that a missing value is on the side of the negation.
 */
export function conditionToSql(
  condition: Condition,
  setting: ConditionSetting,
  isUnderNot = false,
): string {
  if (condition.kind === 'and' || condition.kind === 'or') {
    const isAnd = condition.kind === 'and';
    if (condition.conditions.length === 0) return isAnd ? 'TRUE' : 'FALSE';
    const parts = condition.conditions.map((child) => conditionToSql(child, setting, isUnderNot));
    return parts.length === 1 ? (parts[0] as string) : `(${parts.join(isAnd ? ' AND ' : ' OR ')})`;
  }
  if (condition.kind === 'not') return negationToSql(condition.condition, setting);
  if (isAttribute(condition)) {
    return attributeToSql(condition, setting, isUnderNot);
  }
  if (condition.kind === 'measure') {
    return neverNull(measureToSql(condition, setting.alias), isUnderNot);
  }
  return setting.relationTest(condition, false);
}

/** A condition on attributes alone, with the same promise. */
export function attributeToSql(
  condition: AttributeCondition,
  { dialect, layer, alias }: Pick<ConditionSetting, 'dialect' | 'layer' | 'alias'>,
  isUnderNot = false,
): string {
  const column = `${alias}.${dialect.quote(condition.field)}`;
  const field = layer.fields.find(({ name }) => name === condition.field);
  switch (condition.kind) {
    case 'compare':
      return neverNull(
        compareToSql(column, condition.op, condition.value, field, dialect),
        isUnderNot,
      );
    case 'among': {
      const values = condition.values.map((value) => dialect.literal(value)).join(', ');
      return neverNull(`${comparable(column, field, condition.values)} IN (${values})`, isUnderNot);
    }
    case 'contains':
      return neverNull(dialect.holdsText(column, foldAccents(condition.text)), isUnderNot);
    case 'empty':
      return field?.type === 'text' ? `(${column} IS NULL OR ${column} = '')` : `${column} IS NULL`;
  }
}

/** The area (m²) or length (m) of the geometry that an alias names. */
export function sizeOf(measure: MeasureCondition['measure'], alias: string): string {
  return `${measure === 'area' ? 'ST_Area' : 'ST_Length'}(${alias}.${GEOMETRY})`;
}

function negationToSql(condition: Condition, setting: ConditionSetting): string {
  if (isRelation(condition)) return setting.relationTest(condition, true);
  const inner = conditionToSql(condition, setting, true);
  return inner.startsWith('(') ? `NOT ${inner}` : `NOT (${inner})`;
}

function measureToSql({ measure, op, value }: MeasureCondition, alias: string): string {
  return `${sizeOf(measure, alias)} ${operatorOf(op)} ${value}`;
}

function compareToSql(
  column: string,
  op: Comparison,
  value: Scalar,
  field: Field | undefined,
  dialect: Dialect,
): string {
  const isOrder = op !== '=' && op !== '!=';
  const compared = comparable(column, field, [value]);
  const isText = field?.type === 'text' || compared !== column;
  const side = isOrder && isText ? dialect.inByteOrder(compared) : compared;
  return `${side} ${operatorOf(op)} ${dialect.literal(value)}`;
}

/** Dates compare as dates; with a text that is none, as text. */
function comparable(column: string, field: Field | undefined, values: Scalar[]): string {
  const isDays = values.every((value) => isIsoDay(String(value)));
  return field?.type === 'date' && !isDays ? `CAST(${column} AS VARCHAR(10))` : column;
}

function neverNull(expression: string, isUnderNot: boolean): string {
  return isUnderNot ? `coalesce(${expression}, FALSE)` : expression;
}

function operatorOf(op: Comparison): string {
  return op === '!=' ? '<>' : op;
}
