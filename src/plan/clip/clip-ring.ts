import type { Extent } from '../../domain/units.ts';

/**
 * The part of a closed ring (flat `x, y`, first vertex repeated) that lies in a box, as one closed ring; empty where there is none.
 * A ring that leaves the box several times stays one, its pieces joined along the border of the box: right for filling by the even-odd
 * rule, not for drawing the outline. Sutherland and Hodgman, Communications of the ACM 17 (1974).
 */
export function clipRing(ring: Float64Array, box: Extent): Float64Array {
  let points: number[] | Float64Array = ring;
  for (const side of SIDES) {
    points = clipSide(points, side, box[side]);
    if (points.length < 8) return NOTHING;
  }
  return Float64Array.from(points);
}

/** Index in a box of the bound that a side keeps within: left, bottom, right, top. */
type Side = 0 | 1 | 2 | 3;
const SIDES: readonly Side[] = [0, 1, 2, 3];
const NOTHING = new Float64Array(0);

function clipSide(points: ArrayLike<number>, side: Side, bound: number): number[] {
  const axis = side % 2;
  const sign = side < 2 ? 1 : -1;
  const kept: number[] = [];
  const last = points.length - 2;
  for (let i = 0; i < last; i += 2) {
    const [ax, ay] = [points[i]!, points[i + 1]!];
    const [bx, by] = [points[i + 2]!, points[i + 3]!];
    const a = sign * ((axis === 0 ? ax : ay) - bound);
    const b = sign * ((axis === 0 ? bx : by) - bound);
    if (a >= 0) kept.push(ax, ay);
    if (a >= 0 === b >= 0) continue;
    const share = a / (a - b);
    if (axis === 0) kept.push(bound, ay + share * (by - ay));
    else kept.push(ax + share * (bx - ax), bound);
  }
  if (kept.length > 0) kept.push(kept[0]!, kept[1]!);
  return kept;
}
