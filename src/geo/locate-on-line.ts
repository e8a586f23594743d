import { findLeaves } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { POSITION, type PointPosition } from './locate-point.ts';
import { orient } from './orient.ts';
import { isInBoxOf } from './segments.ts';

/**
 * Where the point [x, y] lies relative to a line row, exactly: `interior` on the line, `boundary` where an odd number of
 * its parts end (the mod-2 rule of OGC 06-103r4, 6.1.8, whatever else of the line passes there), `exterior` beside it
 * and for rows of another kind. Cost: the logarithm of the row's vertices, plus the runs of edges at the point.
 */
export function locateOnLine(side: Side, row: number, x: number, y: number): PointPosition {
  if (side.column.kinds[row] !== GEOMETRY_KIND.line) return POSITION.exterior;
  const { firstVertices, lastVertices, parts } = side.index.edges;
  const { xy, ringOffsets, vertexOffsets } = side.column;
  const leaves: number[] = [];
  findLeaves(side.index.edges, row, x, y, x, y, leaves);
  const isAt = (vertex: number) => xy[2 * vertex] === x && xy[2 * vertex + 1] === y;
  let isOn = false;
  let ends = 0;
  for (const leaf of leaves) {
    const first = firstVertices[leaf]!;
    const last = lastVertices[leaf]!;
    const ring = ringOffsets[parts[leaf]!]!;
    if (first === vertexOffsets[ring] && isAt(first)) ends++;
    if (last === vertexOffsets[ring + 1]! - 1 && isAt(last)) ends++;
    isOn ||= isOnRun(xy, first, last, x, y);
  }
  if (!isOn) return POSITION.exterior;
  return ends % 2 === 1 ? POSITION.boundary : POSITION.interior;
}

function isOnRun(xy: Float64Array, first: number, last: number, x: number, y: number): boolean {
  for (let i = 2 * first; i < 2 * last; i += 2) {
    const x1 = xy[i]!;
    const y1 = xy[i + 1]!;
    const x2 = xy[i + 2]!;
    const y2 = xy[i + 3]!;
    if (isInBoxOf(x1, y1, x2, y2, x, y) && orient(x1, y1, x2, y2, x, y) === 0) return true;
  }
  return false;
}
