import { FACT } from './fact.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { pairFacts } from './pair-facts.ts';
import { boxesMeet } from './row-parts.ts';

/**
 * Whether rows a and b cross (OGC `crosses`): of rows of different kinds, some of the smaller (points before lines before
 * polygons) is inside the larger and some outside it; two lines meet inside both, in points alone. Points never
 * cross points, nor polygons polygons. Exact on the coordinates as they are; see `pairFacts` for what broken geometry
 * is taken for, and the cost. A row without geometry crosses nothing.
 */
export function crosses(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const kindA = a.column.kinds[rowA]!;
  const kindB = b.column.kinds[rowB]!;
  if (!boxesMeet(a, rowA, b, rowB)) return false;
  if (kindA === kindB) {
    if (kindA !== GEOMETRY_KIND.line) return false;
    const facts = pairFacts(a, rowA, b, rowB, FACT.meetAlong);
    return (facts & (FACT.meet | FACT.meetAlong)) === FACT.meet;
  }
  const wanted = FACT.meet | (kindA < kindB ? FACT.leavesA : FACT.leavesB);
  return (pairFacts(a, rowA, b, rowB, wanted) & wanted) === wanted;
}
