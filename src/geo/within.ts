import { FACT } from './fact.ts';
import type { Side } from './layer-index.ts';
import { pairFacts } from './pair-facts.ts';
import { isBoxWithin } from './row-parts.ts';

/**
 * Whether row a is within row b (OGC `within`): every point of a lies in b, border included, and their interiors
 * meet, so that a point or a line on the border of a polygon is not within it, nor the free end of a line within the
 * line. Exact on the coordinates as they are; see `pairFacts` for what broken geometry is taken for, and the cost.
 * A row without geometry is within nothing.
 */
export function within(a: Side, rowA: number, b: Side, rowB: number): boolean {
  if (!isBoxWithin(a, rowA, b, rowB)) return false;
  const facts = pairFacts(a, rowA, b, rowB, FACT.leavesA);
  return (facts & (FACT.meet | FACT.leavesA)) === FACT.meet;
}
