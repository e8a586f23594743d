import type { Condition } from '../../../domain/question.ts';

/** A condition that holds no other on the same feature, and how it stands in its question. */
export interface LeafCondition {
  path: string;
  condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>;
  /** Whether it stands under an odd number of negations. */
  isNegated: boolean;
}

/** The leaves of a condition, in reading order; what a relation asks of other features is part of it. */
export function leafConditions(
  condition: Condition,
  path = 'where',
  isNegated = false,
): LeafCondition[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap((child, i) =>
      leafConditions(child, `${path}.conditions.${i}`, isNegated),
    );
  }
  if (condition.kind === 'not') {
    return leafConditions(condition.condition, `${path}.condition`, !isNegated);
  }
  return [{ path, condition, isNegated }];
}
