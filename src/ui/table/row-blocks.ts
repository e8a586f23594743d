import type { RowFilter, ViewGroup } from '../../domain/answer-view.ts';
import type { Value } from '../../domain/feature.ts';

/** Rows of an answer that stand one after another in the table: all of them, or those of an open group. */
export interface RowBlock {
  /** What tells it from the others. */
  key: string;
  /** Filters beyond those of the answer. */
  filters: RowFilter[];
  count: number;
}

/** A line of the table: the head of a group, or row `offset` of a block. */
export type TableLine =
  | { kind: 'group'; group: ViewGroup; isOpen: boolean }
  | { kind: 'row'; block: RowBlock; offset: number };

/** The lines of a table. */
export interface TableLines {
  length: number;
  /** Cost: the logarithm of the number of groups. */
  lineAt(index: number): TableLine;
}

/** The lines of a table that is not grouped: its rows. */
export function plainLines(count: number): TableLines {
  const block: RowBlock = { key: '', filters: [], count };
  return { length: count, lineAt: (offset) => ({ kind: 'row', block, offset }) };
}

/** The lines of a table grouped by `column`: a head for each group, followed by its rows where it is open. */
export function groupedLines(column: string, groups: ViewGroup[], open: Value[]): TableLines {
  const isOpen = new Set(open);
  const starts = new Array<number>(groups.length);
  let length = 0;
  groups.forEach((group, i) => {
    starts[i] = length;
    length += 1 + (isOpen.has(group.value) ? group.count : 0);
  });
  const blocks = groups.map((group) => ({
    key: `${typeof group.value} ${group.value}`,
    filters: [{ kind: 'among' as const, column, values: [group.value] }],
    count: group.count,
  }));
  return {
    length,
    lineAt(index) {
      const i = lastAtMost(starts, index);
      const [group, block, start] = [groups[i]!, blocks[i]!, starts[i]!];
      return index === start
        ? { kind: 'group', group, isOpen: isOpen.has(group.value) }
        : { kind: 'row', block, offset: index - start - 1 };
    },
  };
}

/** Index of the last number that is at most `wanted`; `numbers` ascend and the first is. */
function lastAtMost(numbers: number[], wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
