import { FACT } from './fact.ts';
import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';
import { pairFacts } from './pair-facts.ts';

/**
 * Whether rows a and b touch (OGC `touches`): they share points, none of them inside both. Neighbours that share a side
 * or a corner touch; points never touch points, for a point is its own inside. Exact on the coordinates as they are;
 * see `pairFacts` for what broken geometry is taken for, and the cost. A row without geometry touches nothing.
 */
export function touches(a: Side, rowA: number, b: Side, rowB: number): boolean {
  if (!intersects(a, rowA, b, rowB)) return false;
  return (pairFacts(a, rowA, b, rowB, FACT.meet) & FACT.meet) === 0;
}
