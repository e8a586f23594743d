import type { Side } from './layer-index.ts';
import { POSITION, type PointPosition } from './locate-point.ts';
import { orient } from './orient.ts';

/** Which point beside p → q is asked about: one on the way itself, or one as near as can be to its left or right. */
export const BESIDE = { along: 0, left: 1, right: -1 } as const;

/** A value of `BESIDE`. */
export type Beside = (typeof BESIDE)[keyof typeof BESIDE];

/**
 * Where the points just after p on the way to q (another point) lie relative to a polygon row, exactly: no point is
 * computed, p moves by an infinitely small step towards q, and by one infinitely smaller still to the side asked for.
 * `boundary` only along an edge, where `left` and `right` tell on which sides of it the polygon lies.
 * Inside is even–odd part by part, as in `locatePoint`, and so is the cost.
 */
export function locateBeside(
  side: Side,
  row: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  beside: Beside,
): PointPosition {
  const { boxes, parts, firstVertices, lastVertices, firstChildren, childCounts, rowNodes } =
    side.index.edges;
  const { xy } = side.column;
  const isLower = qy === py ? beside * (qx - px) < 0 : qy < py;
  let part = -1;
  let isInside = false;
  let top = 0;
  STACK[top++] = rowNodes[row + 1]! - 1;
  while (top > 0) {
    const node = STACK[--top]!;
    const at = 4 * node;
    if (py < boxes[at + 1]! || py > boxes[at + 3]! || px > boxes[at + 2]!) continue;
    if (parts[node] !== -1 && parts[node] !== part) {
      if (isInside) return POSITION.interior;
      part = parts[node]!;
    }
    if (parts[node] !== -1 && px < boxes[at]!) {
      const y1 = xy[2 * firstVertices[node]! + 1]!;
      const y2 = xy[2 * lastVertices[node]! + 1]!;
      if (isAbove(y1, py, isLower) !== isAbove(y2, py, isLower)) isInside = !isInside;
      continue;
    }
    const count = childCounts[node]!;
    for (let child = count - 1; child >= 0; child--) STACK[top++] = firstChildren[node]! + child;
    if (count > 0) continue;
    for (let i = 2 * firstVertices[node]!; i < 2 * lastVertices[node]!; i += 2) {
      const x1 = xy[i]!;
      const y1 = xy[i + 1]!;
      const x2 = xy[i + 2]!;
      const y2 = xy[i + 3]!;
      if (isAbove(y1, py, isLower) === isAbove(y2, py, isLower)) {
        if (beside !== BESIDE.along || y1 !== py || y2 !== py || qy !== py) continue;
        if (spans(x1, x2, px, qx)) return POSITION.boundary;
      } else if (x1 > px && x2 > px) {
        isInside = !isInside;
      } else if (x1 >= px || x2 >= px) {
        const turn = sideOf(x1, y1, x2, y2, px, py, qx, qy, beside);
        if (turn === 0) return POSITION.boundary;
        if (turn > 0 === y2 > y1) isInside = !isInside;
      }
    }
  }
  return isInside ? POSITION.interior : POSITION.exterior;
}

/** Whether a height is above the point, which lies a trifle below `py` or not. */
function isAbove(y: number, py: number, isLower: boolean): boolean {
  return y > py || (isLower && y === py);
}

/** Whether a level edge goes from p some way towards q. */
function spans(x1: number, x2: number, px: number, qx: number): boolean {
  const min = Math.min(x1, x2);
  const max = Math.max(x1, x2);
  return qx > px ? min <= px && px < max : min < px && px <= max;
}

/** On which side of an edge the point lies, as `orient` tells it; 0 on the edge. */
function sideOf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  beside: Beside,
): number {
  const turn = orient(x1, y1, x2, y2, px, py) || orient(x1, y1, x2, y2, qx, qy);
  if (turn !== 0) return turn;
  return y2 > y1 === qy > py ? beside : -beside;
}

/** Nodes still to visit: at most 7 a level and one, for 11 levels at most. */
const STACK = new Uint32Array(128);
