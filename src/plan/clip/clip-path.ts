import type { Extent } from '../../domain/units.ts';

/**
 * The parts of a path (flat `x, y`) that lie in a box, in their order, each as long as it stays inside; a path that only touches the
 * border gives none. Segment by segment after Liang and Barsky, ACM Transactions on Graphics 3 (1984).
 */
export function clipPath(path: Float64Array, box: Extent): Float64Array[] {
  const parts: Float64Array[] = [];
  let part: number[] = [];
  const end = () => {
    if (part.length > 2) parts.push(Float64Array.from(part));
    part = [];
  };
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay] = [path[i]!, path[i + 1]!];
    const [dx, dy] = [path[i + 2]! - ax, path[i + 3]! - ay];
    const shares = sharesInside(ax, ay, dx, dy, box);
    if (!shares) {
      end();
      continue;
    }
    const [from, to] = shares;
    if (from > 0 || part.length === 0) {
      end();
      part.push(ax + from * dx, ay + from * dy);
    }
    part.push(to === 1 ? path[i + 2]! : ax + to * dx, to === 1 ? path[i + 3]! : ay + to * dy);
    if (to < 1) end();
  }
  end();
  return parts;
}

/** From which to which share of a segment it is in the box; null where it is outside or touches it in one point. */
function sharesInside(
  ax: number,
  ay: number,
  dx: number,
  dy: number,
  [minX, minY, maxX, maxY]: Extent,
): Shares | null {
  const shares: Shares = [0, 1];
  const isInside =
    narrow(shares, -dx, ax - minX) &&
    narrow(shares, dx, maxX - ax) &&
    narrow(shares, -dy, ay - minY) &&
    narrow(shares, dy, maxY - ay);
  return isInside ? shares : null;
}

type Shares = [from: number, to: number];

/** Narrows the shares to one side of a border that is `room` away along `step`; false where nothing is left. */
function narrow(shares: Shares, step: number, room: number): boolean {
  if (step === 0) return room >= 0;
  const share = room / step;
  if (step < 0) shares[0] = Math.max(shares[0], share);
  else shares[1] = Math.min(shares[1], share);
  return shares[0] < shares[1];
}
