import type { Position } from 'geojson';
import { distanceBetween, interpolate, shareOnSegment } from './polyline.ts';

/**
 * A closed ring without the vertices that lie within `tolerance` metres of the outline drawn by those kept
 * (Douglas-Peucker, on each half of the ring); at least a triangle is kept.
 */
export function simplifyRing(ring: Position[], tolerance: number): Position[] {
  const half = Math.floor(ring.length / 2);
  const first = simplifyLine(ring.slice(0, half + 1), tolerance);
  const second = simplifyLine(ring.slice(half), tolerance);
  const simple = [...first, ...second.slice(1)];
  return simple.length < 4 ? ring : simple;
}

/** A line without the vertices that lie within `tolerance` metres of the line drawn by those kept. */
export function simplifyLine(line: Position[], tolerance: number): Position[] {
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const farthest = farthestBetween(line, from, to);
    if (farthest.distance <= tolerance) continue;
    kept[farthest.index] = 1;
    spans.push([from, farthest.index], [farthest.index, to]);
  }
  return line.filter((_, i) => kept[i] === 1);
}

function farthestBetween(line: Position[], from: number, to: number) {
  const [a, b] = [line[from]!, line[to]!];
  let farthest = { index: from, distance: 0 };
  for (let index = from + 1; index < to; index++) {
    const foot = interpolate(a, b, shareOnSegment(a, b, line[index]!));
    const distance = distanceBetween(foot, line[index]!);
    if (distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}
