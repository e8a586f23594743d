import type { Value } from '../../domain/feature.ts';
import { type AnswerColumn, presentValue } from './answer-values.ts';

/**
 * Places of an answer's rows in the order of a column: numbers by size, text as French dictionaries order it, no before
 * yes. What has no value comes last either way, and equal ones stay in the order given. Some 0.3 s for 270 000 rows, all unlike.
 */
export function sortRows(
  places: Uint32Array,
  column: AnswerColumn,
  isDescending: boolean,
): Uint32Array {
  const values = Array.from(places, (place) => presentValue(column.valueAt(place)));
  const ranks = rankValues(values);
  const sign = isDescending ? -1 : 1;
  const order = Uint32Array.from(places, (_, i) => i);
  order.sort((a, b) => {
    const rankA = ranks[a] as number;
    const rankB = ranks[b] as number;
    if (rankA === rankB) return a - b;
    if (rankA === NO_RANK || rankB === NO_RANK) return rankA - rankB;
    return sign * (rankA - rankB);
  });
  return order.map((i) => places[i] as number);
}

/** A number for each value, in their order; the largest for none. */
function rankValues(values: Value[]): Float64Array {
  const texts = new Set<string>();
  for (const value of values) if (typeof value === 'string') texts.add(value);
  const order = new Map([...texts].sort(COLLATOR.compare).map((text, i) => [text, i]));
  return Float64Array.from(values, (value) => {
    if (value === null) return NO_RANK;
    return typeof value === 'string' ? (order.get(value) as number) : Number(value);
  });
}

const NO_RANK = Infinity;

const COLLATOR = new Intl.Collator('fr');
