import type { Position } from 'geojson';
import { distance } from './ring.ts';

/** The smallest rectangle round a piece among those that follow one of its long sides. CC50 metres. */
export interface Frame {
  /** Unit vector of the long axis. */
  along: Position;
  /** Range of the piece along the long axis and across it (across = along turned a quarter to the left). */
  from: number;
  to: number;
  low: number;
  high: number;
}

/** The frame of an open ring: its long axis follows the side that gives the least area. */
export function frameRing(ring: Position[]): Frame {
  let best: Frame | undefined;
  for (const along of longSides(ring)) {
    const frame = measure(ring, along);
    if (!best || frameArea(frame) < frameArea(best)) best = frame;
  }
  const { along, from, to, low, high } = best!;
  if (to - from >= high - low) return best!;
  return { along: [-along[1]!, along[0]!], from: low, to: high, low: -to, high: -from };
}

/** The frame of an open ring whose axis is given (unit vector), be it the long one or not. */
export function measure(ring: Position[], along: Position): Frame {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const [ux, uy] = along as [number, number];
  for (const point of ring) {
    const u = point[0]! * ux + point[1]! * uy;
    const v = point[1]! * ux - point[0]! * uy;
    if (u < from) from = u;
    if (u > to) to = u;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return { along, from, to, low, high };
}

/** The position at `u` along and `v` across the frame's axes. */
export function framePoint({ along: [ux, uy] }: Frame, u: number, v: number): Position {
  return [u * ux! - v * uy!, u * uy! + v * ux!];
}

function frameArea({ from, to, low, high }: Frame): number {
  return (to - from) * (high - low);
}

/** Directions of the five longest sides. */
function longSides(ring: Position[]): Position[] {
  return ring
    .map((a, index) => {
      const b = ring[index + 1 === ring.length ? 0 : index + 1]!;
      return { a, b, length: distance(a, b) };
    })
    .sort((p, q) => q.length - p.length)
    .slice(0, 5)
    .map(({ a, b, length }) => [(b[0]! - a[0]!) / length, (b[1]! - a[1]!) / length]);
}
