import type { Position } from 'geojson';
import type { GroundCommune } from './ground.ts';
import { distance } from './ring.ts';

/** The segments of the territory's outline: the sides of communes that no other commune shares, CC50 metres. */
export function outlineSegments(communes: GroundCommune[]): [Position, Position][] {
  const sides = new Map<string, [Position, Position]>();
  for (const ring of communes.flatMap((commune) => commune.shape.flat())) {
    for (let index = 1; index < ring.length; index++) {
      const a = ring[index - 1]!;
      const b = ring[index]!;
      if (!sides.delete(`${b} ${a}`)) sides.set(`${a} ${b}`, [a, b]);
    }
  }
  return [...sides.values()];
}

/**
 * The parts of `line` inside the area that `outline` bounds (even-odd), each an open line of two vertices or more.
 * Cost: vertices of the line × segments of the outline.
 */
export function clipLine(line: Position[], outline: [Position, Position][]): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (let index = 1; index < line.length; index++) {
    const cuts = [...crossings(line[index - 1]!, line[index]!, outline), line[index]!];
    let from = line[index - 1]!;
    for (const to of cuts) {
      const inside = holds(outline, (from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2);
      if (inside) {
        if (part.length === 0) part.push(from);
        part.push(to);
      } else if (part.length > 0) {
        parts.push(part);
        part = [];
      }
      from = to;
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function crossings(a: Position, b: Position, outline: [Position, Position][]): Position[] {
  const found: Position[] = [];
  const [minX, maxX] = [Math.min(a[0]!, b[0]!), Math.max(a[0]!, b[0]!)];
  const [minY, maxY] = [Math.min(a[1]!, b[1]!), Math.max(a[1]!, b[1]!)];
  for (const [c, d] of outline) {
    if (Math.min(c[0]!, d[0]!) > maxX || Math.max(c[0]!, d[0]!) < minX) continue;
    if (Math.min(c[1]!, d[1]!) > maxY || Math.max(c[1]!, d[1]!) < minY) continue;
    const turn = (b[0]! - a[0]!) * (d[1]! - c[1]!) - (b[1]! - a[1]!) * (d[0]! - c[0]!);
    if (turn === 0) continue;
    const t = ((c[0]! - a[0]!) * (d[1]! - c[1]!) - (c[1]! - a[1]!) * (d[0]! - c[0]!)) / turn;
    const u = ((c[0]! - a[0]!) * (b[1]! - a[1]!) - (c[1]! - a[1]!) * (b[0]! - a[0]!)) / turn;
    if (t <= 0 || t >= 1 || u < 0 || u > 1) continue;
    found.push([a[0]! + t * (b[0]! - a[0]!), a[1]! + t * (b[1]! - a[1]!)]);
  }
  return found.sort((p, q) => distance(a, p) - distance(a, q));
}

function holds(outline: [Position, Position][], x: number, y: number): boolean {
  let inside = false;
  for (const [a, b] of outline) {
    if (a[1]! > y === b[1]! > y) continue;
    if (x < a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!)) inside = !inside;
  }
  return inside;
}
