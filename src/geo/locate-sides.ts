import type { Side } from './layer-index.ts';
import { orient } from './orient.ts';

/** Bits of an answer of `locateSides`: the polygon lies to the left of the way, to its right; an edge runs along it. */
export const SIDE = { left: 1, right: 2, border: 4 } as const;

/**
 * The `SIDE` bits of a polygon row at the points just after p on the way to q (another point), exactly: no point is
 * computed, p moves by an infinitely small step towards q, and by one infinitely smaller still to the left. Its right is
 * the other side of as many edges as run along the way. Without `border`, both sides are inside or both outside.
 * Inside is even–odd part by part, as in `locatePoint`, and so is the cost.
 */
export function locateSides(
  side: Side,
  row: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
): number {
  const { boxes, parts, firstVertices, lastVertices, firstChildren, childCounts, rowNodes } =
    side.index.edges;
  const { xy } = side.column;
  const isLower = qy === py ? qx < px : qy < py;
  let part = -1;
  let sides = 0;
  let isLeft = false;
  let isRight = false;
  let top = 0;
  STACK[top++] = rowNodes[row + 1]! - 1;
  while (top > 0) {
    const node = STACK[--top]!;
    const at = 4 * node;
    if (py < boxes[at + 1]! || py > boxes[at + 3]! || px > boxes[at + 2]!) continue;
    if (parts[node] !== -1 && parts[node] !== part) {
      sides |= sidesOf(isLeft, isRight);
      isLeft = false;
      isRight = false;
      part = parts[node]!;
    }
    if (parts[node] !== -1 && px < boxes[at]!) {
      const y1 = xy[2 * firstVertices[node]! + 1]!;
      const y2 = xy[2 * lastVertices[node]! + 1]!;
      if (isAbove(y1, py, isLower) === isAbove(y2, py, isLower)) continue;
      isLeft = !isLeft;
      isRight = !isRight;
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
        if (y1 !== py || y2 !== py || qy !== py || !spans(x1, x2, px, qx)) continue;
        sides |= SIDE.border;
        isRight = !isRight;
      } else if (x1 > px && x2 > px) {
        isLeft = !isLeft;
        isRight = !isRight;
      } else if (x1 >= px || x2 >= px) {
        const turn = orient(x1, y1, x2, y2, px, py) || orient(x1, y1, x2, y2, qx, qy);
        if (turn === 0) {
          sides |= SIDE.border;
          if (qy > py) isLeft = !isLeft;
          else isRight = !isRight;
        } else if (turn > 0 === y2 > y1) {
          isLeft = !isLeft;
          isRight = !isRight;
        }
      }
    }
  }
  return sides | sidesOf(isLeft, isRight);
}

function sidesOf(isLeft: boolean, isRight: boolean): number {
  return (isLeft ? SIDE.left : 0) | (isRight ? SIDE.right : 0);
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

/** Nodes still to visit: at most 7 a level and one, for 11 levels at most. */
const STACK = new Uint32Array(128);
