import type { Side } from './layer-index.ts';

/**
 * Rows of b whose boxes are at most `reach` metres from the box of row a along each axis, ascending: none within that
 * distance is missing, some may be farther. None for a row without geometry. Cost: a search of b's boxes.
 */
export function rowsInReach(a: Side, row: number, b: Side, reach: number): Uint32Array {
  const { boxes } = a.index;
  const at = 4 * row;
  const margin = reach + SEARCH_MARGIN_M;
  const rows = b.index.searchRows(
    boxes[at]! - margin,
    boxes[at + 1]! - margin,
    boxes[at + 2]! + margin,
    boxes[at + 3]! + margin,
  );
  return Uint32Array.from(rows).sort();
}

/** Leeway of a search by box, which must not miss a row by rounding; the exact test decides. */
export const SEARCH_MARGIN_M = 1e-6;
