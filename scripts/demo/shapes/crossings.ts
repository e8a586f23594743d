import type { Position } from 'geojson';
import { distance } from '../ground/ring.ts';
import { bucketKeys } from './bucket-keys.ts';
import { boxOf } from './polygon.ts';

/** A place where two lines cross or touch, and the numbers of these lines. */
export interface Crossing {
  point: Position;
  line: number;
  other: number;
}

/** Where `lines` cross `others`, planar metres; of crossings less than `apartM` from one another the first is kept. */
export function crossings(lines: Position[][], others: Position[][], apartM: number): Crossing[] {
  const buckets = new Map<string, Side[]>();
  for (const side of sidesOf(others)) {
    for (const key of bucketKeys(boxOf([side.start, side.end]), BUCKET_M))
      buckets.set(key, [...(buckets.get(key) ?? []), side]);
  }
  const found: Crossing[] = [];
  for (const side of sidesOf(lines)) {
    for (const key of bucketKeys(boxOf([side.start, side.end]), BUCKET_M)) {
      for (const other of buckets.get(key) ?? []) {
        const point = meet(side, other);
        if (point) found.push({ point, line: side.line, other: other.line });
      }
    }
  }
  return thinned(found, apartM);
}

interface Side {
  start: Position;
  end: Position;
  line: number;
}

const BUCKET_M = 300;

function sidesOf(lines: Position[][]): Side[] {
  return lines.flatMap((line, number) =>
    line.slice(1).map((end, i) => ({ start: line[i]!, end, line: number })),
  );
}

function meet(a: Side, b: Side): Position | null {
  const [ax, ay] = [a.end[0]! - a.start[0]!, a.end[1]! - a.start[1]!];
  const [bx, by] = [b.end[0]! - b.start[0]!, b.end[1]! - b.start[1]!];
  const cross = ax * by - ay * bx;
  if (cross === 0) return null;
  const [dx, dy] = [b.start[0]! - a.start[0]!, b.start[1]! - a.start[1]!];
  const [s, t] = [(dx * by - dy * bx) / cross, (dx * ay - dy * ax) / cross];
  if (s < 0 || s > 1 || t < 0 || t > 1) return null;
  return [a.start[0]! + s * ax, a.start[1]! + s * ay];
}

function thinned(found: Crossing[], apartM: number): Crossing[] {
  const kept: Crossing[] = [];
  for (const crossing of found) {
    if (kept.every(({ point }) => distance(point, crossing.point) >= apartM)) kept.push(crossing);
  }
  return kept;
}
