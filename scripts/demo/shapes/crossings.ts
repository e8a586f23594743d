import type { Position } from 'geojson';
import { distance } from '../ground/ring.ts';

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
    for (const key of bucketKeys(side)) buckets.set(key, [...(buckets.get(key) ?? []), side]);
  }
  const found: Crossing[] = [];
  for (const side of sidesOf(lines)) {
    for (const key of bucketKeys(side)) {
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

function* bucketKeys({ start, end }: Side): Iterable<string> {
  const cell = (value: number) => Math.floor(value / BUCKET_M);
  const [left, right] = [cell(Math.min(start[0]!, end[0]!)), cell(Math.max(start[0]!, end[0]!))];
  const [low, high] = [cell(Math.min(start[1]!, end[1]!)), cell(Math.max(start[1]!, end[1]!))];
  for (let i = left; i <= right; i++) for (let j = low; j <= high; j++) yield `${i} ${j}`;
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
