import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import {
  type AttributeCondition,
  type Condition,
  isAttribute,
  isRelation,
  type MeasureCondition,
  type Question,
  type RelationCondition,
} from '../../domain/question.ts';
import { attributeClause, fieldInSentence } from './attribute-clause.ts';
import { formatQuantity } from './format.ts';
import { agree, joinList } from './grammar.ts';
import { relationClause } from './relation-clause.ts';
import { layerObject, shapeObject } from './relation-object.ts';

/**
 * A question as one French sentence, for instance "Les parcelles dont la contenance cadastrale est supérieure à
 * 2 000 m² et à moins de 100 m d’une zone inondable."
 * @throws {AppError} `layer-unknown` when it names a layer that the catalogue has not.
 */
export function questionToSentence(question: Question, catalogue: Catalogue): string {
  const target = findLayer(catalogue, question.target);
  const subject = `les ${target.noun[1]}`;
  const body = rootBody(question.where, { target, catalogue, isAlone: true });
  const grouping = groupingOf(question, target);
  const sentence = `${body === '' ? `${agree(target.gender, 'tous', 'toutes')} ${subject}` : `${subject} ${body}`}${grouping}.`;
  return sentence.charAt(0).toLocaleUpperCase('fr') + sentence.slice(1);
}

/** What a question is asked of, for the agreement of its words. */
interface Setting {
  target: Layer;
  catalogue: Catalogue;
  /** Whether no other clause follows, which a reader could take for a part of this one. */
  isAlone: boolean;
}

function rootBody(where: Condition, setting: Setting): string {
  if (where.kind === 'and') return joinClauses(where.conditions, setting, 'et');
  if (where.kind === 'or' && where.conditions.length > 0) {
    return joinClauses(where.conditions, setting, 'ou');
  }
  return clauseOf(where, setting, false);
}

function groupingOf({ groupBy }: Question, target: Layer): string {
  const field = target.fields.find(({ name }) => name === groupBy);
  if (!field) return '';
  return `, ${agree(target.gender, 'comptés', 'comptées')} par ${fieldInSentence(field).bare}`;
}

function joinClauses(conditions: Condition[], setting: Setting, last: 'et' | 'ou'): string {
  const isAlone = setting.isAlone && conditions.length === 1;
  return joinList(
    conditions.map((child) => clauseOf(child, { ...setting, isAlone }, false)),
    last,
  );
}

/** A condition as a clause that follows the plural noun of the target. */
function clauseOf(condition: Condition, setting: Setting, isNegated: boolean): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return groupClause(condition, setting, isNegated);
    case 'not':
      return clauseOf(condition.condition, setting, !isNegated);
    case 'measure':
      return measureClause(condition, isNegated);
    default:
      return isRelation(condition)
        ? relationSentence(condition, setting, isNegated)
        : attributeClause(condition, fieldOf(setting.target, condition), isNegated);
  }
}

function groupClause(
  group: Extract<Condition, { kind: 'and' | 'or' }>,
  setting: Setting,
  isNegated: boolean,
): string {
  const { conditions, kind } = group;
  const [first] = conditions;
  if (!first) {
    const isTrue = (kind === 'and') !== isNegated;
    return isTrue ? 'sans autre condition' : 'qui ne peuvent exister';
  }
  if (conditions.length === 1) return clauseOf(first, setting, isNegated);
  const inner = joinClauses(conditions, setting, kind === 'and' ? 'et' : 'ou');
  if (!isNegated) return `(${inner})`;
  return `(à l’exception de ${agree(setting.target.gender, 'ceux', 'celles')} ${inner})`;
}

function measureClause({ measure, op, value }: MeasureCondition, isNegated: boolean): string {
  const quantity =
    measure === 'area' ? formatQuantity(value, 'm²') : `${formatQuantity(value, 'm')} de long`;
  const amount = {
    '=': `exactement ${quantity}`,
    '!=': `autre chose que ${quantity}`,
    '<': `moins de ${quantity}`,
    '<=': `au plus ${quantity}`,
    '>': `plus de ${quantity}`,
    '>=': `au moins ${quantity}`,
  }[op];
  return isNegated ? `qui ne mesurent pas ${amount}` : `qui mesurent ${amount}`;
}

function relationSentence(
  relation: RelationCondition,
  setting: Setting,
  isNegated: boolean,
): string {
  const { target, catalogue } = setting;
  if ('shape' in relation) {
    return relationClause(relation, target, shapeObject(relation.shape), isNegated);
  }
  const layer = findLayer(catalogue, relation.layer);
  const conditions = (relation.where ?? []).filter((condition) => !isVacuous(condition));
  const isPlural = !conditions.every(agreesWithAny);
  const where = whereWords(conditions, { ...setting, target: layer }, isPlural);
  const object = layerObject({ layer, where, isPlural, isOwn: layer.id === target.id });
  return relationClause(relation, target, object, isNegated);
}

function whereWords(conditions: Condition[], setting: Setting, isPlural: boolean): string {
  const [first] = conditions;
  if (!first) return '';
  const isBare = conditions.length === 1 && (!isPlural || setting.isAlone || isGroup(first));
  const words = joinClauses(conditions, setting, 'et');
  return isBare ? ` ${words}` : ` (${words})`;
}

/** Whether the words of a condition stand after a singular as after a plural: those on an attribute, `dont le type…`. */
function agreesWithAny(condition: Condition): boolean {
  return isAttribute(condition.kind === 'not' ? condition.condition : condition);
}

/** Whether a condition is put between parentheses by itself. */
function isGroup(condition: Condition): boolean {
  return (condition.kind === 'and' || condition.kind === 'or') && condition.conditions.length > 1;
}

function isVacuous(condition: Condition): boolean {
  return condition.kind === 'and' && condition.conditions.length === 0;
}

/** The field a condition reads; a name that the layer has not stands for itself. */
function fieldOf(layer: Layer, { field: name }: AttributeCondition): Field {
  return layer.fields.find((field) => field.name === name) ?? { name, label: name, type: 'text' };
}
