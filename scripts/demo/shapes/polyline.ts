import type { Position } from 'geojson';
import { distance } from '../ground/ring.ts';

/** A point of a line: where it is, how far from the start, and how far from the point that was asked for (metres). */
export interface LinePoint {
  point: Position;
  along: number;
  distance: number;
}

/** The point of a line that lies `along` metres after its start, and the unit direction of the line there. */
export function pointAlong(
  line: Position[],
  along: number,
): { point: Position; heading: Position } {
  let left = Math.max(0, along);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const step = distance(a, b);
    if (step > 0 && (left <= step || i === line.length - 1)) {
      const share = Math.min(1, left / step);
      const heading = [(b[0]! - a[0]!) / step, (b[1]! - a[1]!) / step];
      return { point: interpolate(a, b, share), heading };
    }
    left -= step;
  }
  return { point: line[0]!, heading: [1, 0] };
}

/** The part of a line between two distances from its start, metres; vertices in between are kept. */
export function sliceLine(line: Position[], from: number, to: number): Position[] {
  const slice: Position[] = [pointAlong(line, from).point];
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    along += distance(line[i - 1]!, line[i]!);
    if (along > from && along < to) slice.push(line[i]!);
  }
  slice.push(pointAlong(line, to).point);
  return slice.filter((point, i) => i === 0 || distance(point, slice[i - 1]!) > 0);
}

/** The point of a line that is nearest to a position. */
export function nearestOnLine(line: Position[], position: Position): LinePoint {
  let best: LinePoint = { point: line[0]!, along: 0, distance: Number.POSITIVE_INFINITY };
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const share = shareOnSegment(a, b, position);
    const point = interpolate(a, b, share);
    const step = distance(a, b);
    const away = distance(point, position);
    if (away < best.distance) best = { point, along: along + share * step, distance: away };
    along += step;
  }
  return best;
}

/** Where on the segment a→b the point nearest to a position lies: 0 at a, 1 at b. */
export function shareOnSegment(a: Position, b: Position, position: Position): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const share = ((position[0]! - a[0]!) * dx + (position[1]! - a[1]!) * dy) / squared;
  return Math.min(1, Math.max(0, share));
}

/** The position at a share of the way from a to b. */
export function interpolate(a: Position, b: Position, share: number): Position {
  return [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share];
}
