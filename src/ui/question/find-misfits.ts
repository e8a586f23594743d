import type { Catalogue } from '../../domain/catalogue.ts';
import { checkQuestion } from '../../domain/check-question.ts';
import { type ErrorData, errorToData } from '../../domain/errors.ts';
import { type Condition, isRelation, type Question } from '../../domain/question.ts';
import type { ConditionPath } from './condition-path.ts';

/** A condition that does not fit the catalogue, and why. */
export interface Misfit {
  path: ConditionPath;
  error: ErrorData;
}

/**
 * Every condition of a question that does not fit the catalogue, where a check of the whole stops at the first. Conditions on a
 * layer that is not there are not looked at.
 */
export function findMisfits(question: Question, catalogue: Catalogue): Misfit[] {
  if (!catalogue.layers.some(({ id }) => id === question.target)) return [];
  return misfitsIn(question.where, question.target, catalogue, 'where');
}

function misfitsIn(
  condition: Condition,
  target: string,
  catalogue: Catalogue,
  path: ConditionPath,
): Misfit[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap((child, i) =>
      misfitsIn(child, target, catalogue, `${path}.conditions.${i}`),
    );
  }
  if (condition.kind === 'not') {
    return misfitsIn(condition.condition, target, catalogue, `${path}.condition`);
  }
  const alone = withoutWhere(condition);
  const error = errorOf({ target, where: alone }, catalogue);
  if (error) return [{ path, error }];
  if (!isRelation(condition) || 'shape' in condition) return [];
  const { layer, where = [] } = condition;
  return where.flatMap((child, i) => misfitsIn(child, layer, catalogue, `${path}.where.${i}`));
}

function withoutWhere(condition: Condition): Condition {
  if (!isRelation(condition) || 'shape' in condition) return condition;
  const { where: _where, ...rest } = condition;
  return rest;
}

function errorOf(question: Question, catalogue: Catalogue): ErrorData | null {
  try {
    checkQuestion(question, catalogue);
    return null;
  } catch (error) {
    return errorToData(error);
  }
}
