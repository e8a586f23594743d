import {
  type AttributeCondition,
  type Condition,
  isRelation,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  type Question,
  whereOf,
} from '../../domain/question.ts';
import { formatQuantity } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { type ConditionPath, childPath, isGroup, ROOT_PATH } from './edit-condition.ts';

/** A condition that cannot be asked yet: where it stands, and what is still to be written. */
export interface Incomplete {
  path: ConditionPath;
  sentence: string;
}

/** The conditions of a question that are still to be completed, in reading order. */
export function findIncomplete(question: Question): Incomplete[] {
  return incompleteUnder(question.where, ROOT_PATH);
}

function incompleteUnder(condition: Condition, path: ConditionPath): Incomplete[] {
  if (isGroup(condition)) {
    if (condition.conditions.length === 0 && path !== ROOT_PATH) {
      return [{ path, sentence: fr.condition.incomplete.group }];
    }
    return condition.conditions.flatMap((child, i) => incompleteUnder(child, childPath(path, i)));
  }
  if (condition.kind === 'not') return incompleteUnder(condition.condition, `${path}.condition`);
  const sentence = missingIn(condition);
  return sentence === null ? [] : [{ path, sentence }];
}

function missingIn(condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>): string | null {
  const words = fr.condition.incomplete;
  switch (condition.kind) {
    case 'measure':
      return Number.isFinite(condition.value) ? null : words.number;
    case 'distance':
      return isBetween(condition.metres, MAX_DISTANCE_M)
        ? missingInWhere(whereOf(condition))
        : words.distance(formatQuantity(MAX_DISTANCE_M, 'm'));
    case 'travel':
      return condition.minutes > 0 && condition.minutes <= MAX_MINUTES
        ? missingInWhere(whereOf(condition))
        : words.minutes(formatQuantity(MAX_MINUTES, 'min'));
    case 'overlap':
      return isBetween(condition.minShare, 1) ? missingInWhere(whereOf(condition)) : words.share;
    default:
      return isRelation(condition)
        ? missingInWhere(whereOf(condition))
        : missingInAttribute(condition);
  }
}

function missingInWhere(where: Condition[]): string | null {
  for (const condition of where) {
    const [first] = incompleteUnder(condition, ROOT_PATH);
    if (first) return first.sentence;
  }
  return null;
}

function missingInAttribute(condition: AttributeCondition): string | null {
  const words = fr.condition.incomplete;
  if (condition.kind === 'among') return condition.values.length > 0 ? null : words.values;
  if (condition.kind === 'contains') return condition.text.trim() === '' ? words.text : null;
  if (condition.kind === 'empty') return null;
  if (Number.isNaN(condition.value)) return words.number;
  return condition.value === '' ? words.text : null;
}

function isBetween(value: number, max: number): boolean {
  return value >= 0 && value <= max;
}
