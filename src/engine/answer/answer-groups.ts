import type { AnswerGroup } from '../../domain/answer.ts';
import type { Value } from '../../domain/feature.ts';
import type { RowSet } from './row-sets.ts';

/**
 * The rows of an answer by their value of a field, the most numerous first, then by value, null after the others. `sizes`
 * are the areas or lengths that are summed, one a row of the layer; a row without one adds nothing.
 */
export function groupRows(
  rows: RowSet,
  values: readonly Value[],
  sizes: Float64Array | null,
): AnswerGroup[] {
  const groups = new Map<Value, AnswerGroup>();
  for (const row of rows) {
    const value = values[row] ?? null;
    let group = groups.get(value);
    if (!group) {
      group = { value, count: 0, total: 0 };
      groups.set(value, group);
    }
    group.count++;
    group.total += sizes?.[row] || 0;
  }
  return [...groups.values()].sort(byCount);
}

/** The order of groups: the most numerous first, then by value, null after the others. */
export function byCount(
  a: Pick<AnswerGroup, 'value' | 'count'>,
  b: Pick<AnswerGroup, 'value' | 'count'>,
): number {
  return b.count - a.count || compare(a.value, b.value);
}

function compare(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
