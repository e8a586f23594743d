import { orient } from './orient.ts';

/**
 * Whether the closed segments a b and c d share a point, exactly. A segment may be a point (both ends equal). When they
 * do, `turns` holds the sides, as `orient` tells them, of a b on which c and d lie, and of c d on which a and b lie.
 */
export function segmentsMeet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  turns: Float64Array,
): boolean {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const c = orient(ax, ay, bx, by, cx, cy);
  const d = orient(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = orient(cx, cy, dx, dy, ax, ay);
  const b = orient(cx, cy, dx, dy, bx, by);
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return false;
  turns[0] = c;
  turns[1] = d;
  turns[2] = a;
  turns[3] = b;
  return true;
}

/** Whether a point lies in the box of the segment a b, and so on the segment if it lies on its line. */
export function isInBoxOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x: number,
  y: number,
): boolean {
  return (
    Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)
  );
}

/**
 * Square of the distance between the closed segments a b and c d, in the square of their unit; 0 just when they meet,
 * exactly: what rounding would make 0 is the least number above.
 */
export function squaredSegmentDistance(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  if (segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy, TURNS)) return 0;
  const square = Math.min(
    squaredPointDistance(ax, ay, cx, cy, dx, dy),
    squaredPointDistance(bx, by, cx, cy, dx, dy),
    squaredPointDistance(cx, cy, ax, ay, bx, by),
    squaredPointDistance(dx, dy, ax, ay, bx, by),
  );
  return Math.max(square, Number.MIN_VALUE);
}

/** Turns that nobody asked for. */
const TURNS = new Float64Array(4);

/** Square of the distance from the point p to the closed segment a b. */
export function squaredPointDistance(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const ux = bx - ax;
  const uy = by - ay;
  const vx = px - ax;
  const vy = py - ay;
  const along = vx * ux + vy * uy;
  if (along <= 0) return vx * vx + vy * vy;
  const length = ux * ux + uy * uy;
  if (along >= length) return (px - bx) ** 2 + (py - by) ** 2;
  const across = vx * uy - vy * ux;
  return (across * across) / length;
}
