import type { Position } from 'geojson';

/** An open ring: its last vertex is not its first again. */
export type Ring = Position[];

/** Signed area in m² of a ring, open or closed; positive when it turns anticlockwise. */
export function ringArea(ring: Ring): number {
  const [originX, originY] = ring[0]! as [number, number];
  let twice = 0;
  for (let index = 1; index + 1 < ring.length; index++) {
    const a = ring[index]!;
    const b = ring[index + 1]!;
    twice += (a[0]! - originX) * (b[1]! - originY) - (b[0]! - originX) * (a[1]! - originY);
  }
  return twice / 2;
}

/** A position in metres, rounded to the centimetre. */
export function roundToCm([x, y]: Position): Position {
  return [Math.round(x! * 100) / 100, Math.round(y! * 100) / 100];
}

/** Centre of mass of an open ring; its first vertex when the ring has no area. */
export function ringCentroid(ring: Ring): Position {
  const [originX, originY] = ring[0]! as [number, number];
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (let index = 1; index + 1 < ring.length; index++) {
    const ax = ring[index]![0]! - originX;
    const ay = ring[index]![1]! - originY;
    const bx = ring[index + 1]![0]! - originX;
    const by = ring[index + 1]![1]! - originY;
    const cross = ax * by - bx * ay;
    twice += cross;
    sumX += cross * (ax + bx);
    sumY += cross * (ay + by);
  }
  if (Math.abs(twice) < 1e-9) return ring[0]!;
  return [originX + sumX / (3 * twice), originY + sumY / (3 * twice)];
}

/** Whether a position is inside an open ring (even-odd rule; on the line either answer). */
export function ringHolds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let before = ring[ring.length - 1]!;
  for (const point of ring) {
    const dy = point[1]! - before[1]!;
    if (point[1]! > y !== before[1]! > y) {
      if (x < before[0]! + ((y - before[1]!) / dy) * (point[0]! - before[0]!)) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** The ring with its first vertex repeated at the end, as GeoJSON wants it. */
export function closeRing(ring: Ring): Position[] {
  return [...ring, ring[0]!];
}

/** Length in metres of an open line. */
export function lineLength(line: Position[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index++) {
    length += distance(line[index - 1]!, line[index]!);
  }
  return length;
}

/** Planar distance in metres. Not by `Math.hypot`, which is some ten times slower and is called all the time. */
export function distance(a: Position, b: Position): number {
  const dx = b[0]! - a[0]!;
  const dy = b[1]! - a[1]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Distance in metres from a position to the segment `a`–`b`. */
export function distanceToSegment(x: number, y: number, a: Position, b: Position): number {
  const dx = b[0]! - a[0]!;
  const dy = b[1]! - a[1]!;
  const along = ((x - a[0]!) * dx + (y - a[1]!) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  const offX = x - a[0]! - t * dx;
  const offY = y - a[1]! - t * dy;
  return Math.sqrt(offX * offX + offY * offY);
}

/** The line without the vertices that lie within `toleranceM` of the simplified line (Douglas-Peucker). */
export function simplifyLine(line: Position[], toleranceM: number): Position[] {
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  while (stack.length > 0) {
    const [first, last] = stack.pop()!;
    let farthest = toleranceM;
    let split = -1;
    for (let index = first + 1; index < last; index++) {
      const [x, y] = line[index]! as [number, number];
      const away = distanceToSegment(x, y, line[first]!, line[last]!);
      if (away > farthest) {
        farthest = away;
        split = index;
      }
    }
    if (split === -1) continue;
    kept[split] = 1;
    stack.push([first, split], [split, last]);
  }
  return line.filter((_, index) => kept[index] === 1);
}
