import type { Condition } from './question.ts';
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
