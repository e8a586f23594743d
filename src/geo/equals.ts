import { FACT } from './fact.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { pairFacts } from './pair-facts.ts';
import { isBoxWithin } from './row-parts.ts';

/**
 * Whether rows a and b are the same set of points (OGC `equals`), however their vertices, parts and rings are cut,
 * started and turned. Exact on the coordinates as they are; see `pairFacts` for what broken geometry is taken for, and
 * the cost. A row without geometry equals nothing, not even another one (GEOS would say that two empty ones are
 * equal).
 */
export function equals(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const kind = a.column.kinds[rowA];
  if (kind === GEOMETRY_KIND.none || kind !== b.column.kinds[rowB]) return false;
  if (!isBoxWithin(a, rowA, b, rowB) || !isBoxWithin(b, rowB, a, rowA)) return false;
  const facts = pairFacts(a, rowA, b, rowB, FACT.leavesA);
  return (facts & (FACT.leavesA | FACT.leavesB)) === 0;
}
