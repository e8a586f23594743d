import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { overlap } from './overlap.ts';

/**
 * Length in metres of what of line row a lies inside the union of some polygon rows of b; 0 for rows of another kind, and
 * for none of b. Rows of b that overlap count once. A stretch along a border counts where the union lies on both sides of
 * it, not where it ends there: so the border of a zone has no length inside it, unlike in the closed sets of OGC.
 * Good to `BORDER_WIDTH_M` at each crossing; a millionth of the line at most counts as nothing, or as all.
 */
export function lengthInside(a: Side, rowA: number, b: Side, rowsB: readonly number[]): number {
  return a.column.kinds[rowA] === GEOMETRY_KIND.line ? overlap(a, rowA, b, rowsB) : 0;
}
