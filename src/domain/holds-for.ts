import { allConditionsOf, type Condition } from './question.ts';
import type { Reason } from './reason.ts';

/** Whether a feature meets a tree of conditions, as told by the reasons of all its leaves. */
export function holdsFor(condition: Condition, reasons: Reason[], path = 'where'): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((child, i) =>
        holdsFor(child, reasons, `${path}.conditions.${i}`),
      );
    case 'or':
      return condition.conditions.some((child, i) =>
        holdsFor(child, reasons, `${path}.conditions.${i}`),
      );
    case 'not':
      return !holdsFor(condition.condition, reasons, `${path}.condition`);
    default:
      return reasons.find((reason) => reason.path === path)?.isMet ?? false;
  }
}

/**
 * Whether a feature may fail the condition at a path all the same: another alternative of a group around it holds. A group that is
 * negated turns: of `not (a and b)`, one that fails is enough.
 */
export function isExcused(where: Condition, reasons: Reason[], path: string): boolean {
  return allConditionsOf(where).some(({ path: around, condition }) => {
    if (condition.kind !== 'or' && condition.kind !== 'and') return false;
    if (!path.startsWith(`${around}.`)) return false;
    const isNegated = around.split('.').filter((step) => step === 'condition').length % 2 === 1;
    const isChoice = (condition.kind === 'or') !== isNegated;
    return isChoice && holdsFor(condition, reasons, around) !== isNegated;
  });
}
