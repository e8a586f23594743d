import type { Position } from 'geojson';
import { simplifyLine } from '../ground/ring.ts';

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
