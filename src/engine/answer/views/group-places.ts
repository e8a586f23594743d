import type { ViewGroup } from '../../../domain/answer-view.ts';
import type { Value } from '../../../domain/feature.ts';
import { byCount } from '../answer-groups.ts';
import { type AnswerColumn, numberAt, presentValue } from '../answer-values.ts';

/**
 * Rows of an answer by their value of a column, with the sums of others: every group, the most numerous first, none last of its
 * count. What is no number adds nothing to a sum.
 */
export function groupPlaces(
  places: Uint32Array,
  column: AnswerColumn,
  summed: readonly AnswerColumn[],
): ViewGroup[] {
  const groups = new Map<Value, ViewGroup>();
  for (const place of places) {
    const value = presentValue(column.valueAt(place));
    let group = groups.get(value);
    if (!group) {
      group = { value, count: 0, sums: summed.map(() => 0) };
      groups.set(value, group);
    }
    group.count++;
    for (let i = 0; i < summed.length; i++) {
      group.sums[i] = (group.sums[i] as number) + (numberAt(summed[i] as AnswerColumn, place) ?? 0);
    }
  }
  return [...groups.values()].sort(byCount);
}
