import { FACT } from './fact.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { pairFacts } from './pair-facts.ts';
import { boxesMeet } from './row-parts.ts';

/**
 * Whether rows a and b overlap (OGC `overlaps`): they are of one kind, have points, a stretch of line or an area in
 * common, and each has some that the other has not. Lines that only cross do not overlap, nor does a part its whole.
 * Exact on the coordinates as they are; see `pairFacts` for what broken geometry is taken for, and the cost. A row
 * without geometry overlaps nothing.
 */
export function overlaps(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const kind = a.column.kinds[rowA];
  if (kind !== b.column.kinds[rowB] || !boxesMeet(a, rowA, b, rowB)) return false;
  const common = kind === GEOMETRY_KIND.line ? FACT.meetAlong : FACT.meet;
  const wanted = common | FACT.leavesA | FACT.leavesB;
  return (pairFacts(a, rowA, b, rowB, wanted) & wanted) === wanted;
}
