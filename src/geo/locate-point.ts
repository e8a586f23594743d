import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { orient } from './orient.ts';

/** Where a point lies relative to a polygon. */
export const POSITION = { exterior: -1, boundary: 0, interior: 1 } as const;

/** A value of `POSITION`. */
export type PointPosition = (typeof POSITION)[keyof typeof POSITION];

/**
 * Where the point [x, y] lies relative to a polygon row, exactly; `exterior` for rows of another kind.
 * Inside is decided part by part by even–odd parity, so holes count and overlapping parts add up.
 * Cost: about the logarithm of the vertices, since a stretch of ring that lies wholly to the right of the point is
 * crossed an odd number of times just when its ends are on either side of the point.
 */
export function locatePoint(side: Side, row: number, x: number, y: number): PointPosition {
  if (side.column.kinds[row] !== GEOMETRY_KIND.polygon) return POSITION.exterior;
  const { boxes, parts, firstVertices, lastVertices, firstChildren, childCounts, rowNodes } =
    side.index.edges;
  const { xy } = side.column;
  let part = -1;
  let isInside = false;
  let top = 0;
  STACK[top++] = rowNodes[row + 1]! - 1;
  while (top > 0) {
    const node = STACK[--top]!;
    const at = 4 * node;
    if (y < boxes[at + 1]! || y > boxes[at + 3]! || x > boxes[at + 2]!) continue;
    if (parts[node] !== -1 && parts[node] !== part) {
      if (isInside) return POSITION.interior;
      part = parts[node]!;
    }
    if (parts[node] !== -1 && x < boxes[at]!) {
      const starts = xy[2 * firstVertices[node]! + 1]! > y;
      if (starts !== xy[2 * lastVertices[node]! + 1]! > y) isInside = !isInside;
      continue;
    }
    const count = childCounts[node]!;
    for (let child = count - 1; child >= 0; child--) STACK[top++] = firstChildren[node]! + child;
    if (count > 0) continue;
    const crossings = countCrossings(xy, firstVertices[node]!, lastVertices[node]!, x, y);
    if (crossings < 0) return POSITION.boundary;
    if (crossings % 2 === 1) isInside = !isInside;
  }
  return isInside ? POSITION.interior : POSITION.exterior;
}

/** Nodes still to visit: at most 7 a level and one, for 11 levels at most. */
const STACK = new Uint32Array(128);

/** How many edges of a run the ray from the point to the right crosses, or -1 when the point lies on one. */
function countCrossings(
  xy: Float64Array,
  first: number,
  last: number,
  x: number,
  y: number,
): number {
  let crossings = 0;
  let x1 = xy[2 * first]!;
  let y1 = xy[2 * first + 1]!;
  for (let i = first + 1; i <= last; i++) {
    const x2 = xy[2 * i]!;
    const y2 = xy[2 * i + 1]!;
    if (y1 > y !== y2 > y) {
      if (x1 > x && x2 > x) {
        crossings++;
      } else if (x1 >= x || x2 >= x) {
        const turn = orient(x1, y1, x2, y2, x, y);
        if (turn === 0) return -1;
        if (turn > 0 === y2 > y1) crossings++;
      }
    } else if (y1 === y && y2 === y && Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) {
      return -1;
    } else if ((x1 === x && y1 === y) || (x2 === x && y2 === y)) {
      return -1;
    }
    x1 = x2;
    y1 = y2;
  }
  return crossings;
}
