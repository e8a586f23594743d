import type { Layer } from '../../domain/layer.ts';
import { type Condition, MAX_DISTANCE_M, MAX_MINUTES } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { formatFieldNumber, formatQuantity, formatShare } from '../strings/format.ts';

/** A condition that more features meet, and the words of the button that puts it in. */
export interface Widened {
  label: string;
  condition: Condition;
}

/**
 * The condition a step wider: twice as far or as long, half the share, half or twice the number that it compares with;
 * null where no such step makes sense.
 */
export function widenCondition(condition: Condition, target: Layer): Widened | null {
  switch (condition.kind) {
    case 'distance': {
      const metres = Math.min(condition.metres > 0 ? condition.metres * 2 : 50, MAX_DISTANCE_M);
      if (metres <= condition.metres) return null;
      return {
        label: words.emptying.widen(formatQuantity(metres, 'm')),
        condition: { ...condition, metres },
      };
    }
    case 'travel': {
      const minutes = Math.min(condition.minutes * 2, MAX_MINUTES);
      if (minutes <= condition.minutes) return null;
      return {
        label: words.emptying.widen(formatQuantity(minutes, 'min')),
        condition: { ...condition, minutes },
      };
    }
    case 'overlap': {
      if (condition.minShare === 0) return null;
      const minShare = condition.minShare > 0.02 ? Math.round(condition.minShare * 50) / 100 : 0;
      return {
        label: words.emptying.lower(formatShare(minShare)),
        condition: { ...condition, minShare },
      };
    }
    case 'measure': {
      const value = widerNumber(condition.op, condition.value);
      if (value === null) return null;
      const unit = condition.measure === 'area' ? 'm²' : 'm';
      return {
        label: labelOf(value, condition.value, formatQuantity(value, unit)),
        condition: { ...condition, value },
      };
    }
    case 'compare': {
      const field = target.fields.find(({ name }) => name === condition.field);
      if (typeof condition.value !== 'number' || !field) return null;
      const value = widerNumber(condition.op, condition.value);
      if (value === null) return null;
      return {
        label: labelOf(value, condition.value, formatFieldNumber(value, field)),
        condition: { ...condition, value },
      };
    }
    default:
      return null;
  }
}

function labelOf(value: number, before: number, shown: string): string {
  return value > before ? words.emptying.widen(shown) : words.emptying.lower(shown);
}

function widerNumber(op: string, value: number): number | null {
  if (!(value > 0)) return null;
  if (op === '>' || op === '>=') return value / 2;
  return op === '<' || op === '<=' ? value * 2 : null;
}
