import type { Position } from 'geojson';
import { distanceToSegment } from './ring.ts';

/** Distances from positions to a set of lines, CC50 metres. */
export interface SegmentIndex {
  /** Distance in metres to the nearest line, exact up to the index's reach; infinite beyond. */
  distanceFrom: (x: number, y: number) => number;
}

/** An index of `lines` for distances up to `reachM`. Cost of a query: the segments within reach. */
export function createSegmentIndex(lines: Position[][], reachM: number): SegmentIndex {
  const buckets = new Map<number, [Position, Position][]>();
  for (const line of lines) {
    for (let index = 1; index < line.length; index++) {
      for (const key of bucketsWithin(line[index - 1]!, line[index]!, reachM)) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push([line[index - 1]!, line[index]!]);
        else buckets.set(key, [[line[index - 1]!, line[index]!]]);
      }
    }
  }
  return {
    distanceFrom(x, y) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const [a, b] of buckets.get(bucketKey(x, y)) ?? []) {
        nearest = Math.min(nearest, distanceToSegment(x, y, a, b));
      }
      return nearest <= reachM ? nearest : Number.POSITIVE_INFINITY;
    },
  };
}

const BUCKET_M = 250;

function bucketKey(x: number, y: number): number {
  return Math.floor(y / BUCKET_M) * 100_000 + Math.floor(x / BUCKET_M);
}

function bucketsWithin(a: Position, b: Position, reachM: number): number[] {
  const keys: number[] = [];
  const west = Math.floor((Math.min(a[0]!, b[0]!) - reachM) / BUCKET_M);
  const east = Math.floor((Math.max(a[0]!, b[0]!) + reachM) / BUCKET_M);
  const south = Math.floor((Math.min(a[1]!, b[1]!) - reachM) / BUCKET_M);
  const north = Math.floor((Math.max(a[1]!, b[1]!) + reachM) / BUCKET_M);
  for (let row = south; row <= north; row++) {
    for (let column = west; column <= east; column++) keys.push(row * 100_000 + column);
  }
  return keys;
}
