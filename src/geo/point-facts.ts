import { findLeaves } from './edge-tree.ts';
import { FACT, hasAll } from './fact.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { locateOnLine } from './locate-on-line.ts';
import { locatePoint, POSITION, type PointPosition } from './locate-point.ts';
import { isBoxWithin, leavesInBox } from './row-parts.ts';

/** The `FACT` bits of a row a of points and a row b of any kind; see `pairFacts`. */
export function pointFacts(a: Side, rowA: number, b: Side, rowB: number, wanted: number): number {
  const isPoints = b.column.kinds[rowB] === GEOMETRY_KIND.point;
  let facts: number = isPoints ? 0 : FACT.leavesB;
  if (!isBoxWithin(a, rowA, b, rowB)) facts |= FACT.leavesA;
  for (const leaf of leavesInBox(a, rowA, b, rowB)) {
    if (hasAll(facts, wanted)) return facts;
    const position = locateLeaf(a, leaf, b, rowB);
    if (position === POSITION.interior) facts |= FACT.meet;
    if (position === POSITION.exterior) facts |= FACT.leavesA;
  }
  if (!isPoints) return facts;
  if (!isBoxWithin(b, rowB, a, rowA)) return facts | FACT.leavesB;
  for (const leaf of leavesInBox(b, rowB, a, rowA)) {
    if (hasAll(facts, wanted)) return facts;
    if (locateLeaf(b, leaf, a, rowA) === POSITION.exterior) facts |= FACT.leavesB;
  }
  return facts;
}

/** Where the point that a leaf of a row of points is lies relative to a row of any kind. */
function locateLeaf(side: Side, leaf: number, b: Side, rowB: number): PointPosition {
  const vertex = 2 * side.index.edges.firstVertices[leaf]!;
  const x = side.column.xy[vertex]!;
  const y = side.column.xy[vertex + 1]!;
  const kind = b.column.kinds[rowB];
  if (kind === GEOMETRY_KIND.polygon) return locatePoint(b, rowB, x, y);
  if (kind === GEOMETRY_KIND.line) return locateOnLine(b, rowB, x, y);
  const same: number[] = [];
  findLeaves(b.index.edges, rowB, x, y, x, y, same);
  return same.length > 0 ? POSITION.interior : POSITION.exterior;
}
