import type { Position } from 'geojson';
import { ringArea } from '../ground/ring.ts';

/** Planar area of a polygon (shell, then holes), in square metres. */
export function polygonArea(polygon: Position[][]): number {
  return polygon.reduce((area, ring, i) => area + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);
}

/** Whether a position lies inside a polygon (shell, then holes); on the boundary either answer is possible. */
export function polygonContains(polygon: Position[][], position: Position): boolean {
  return polygon.reduce((inside, ring) => inside !== ringContains(ring, position), false);
}

/** Whether a position lies inside one of the polygons. */
export function shapeContains(shape: Position[][][], position: Position): boolean {
  return shape.some((polygon) => polygonContains(polygon, position));
}

/** Mean of the distinct vertices of a closed ring. */
export function ringCentre(ring: Position[]): Position {
  const count = ring.length - 1;
  let [x, y] = [0, 0];
  for (let i = 0; i < count; i++) {
    x += ring[i]![0]!;
    y += ring[i]![1]!;
  }
  return [x / count, y / count];
}

/** Box of positions, `[minX, minY, maxX, maxY]`. */
export function boxOf(positions: Iterable<Position>): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x!);
    box[1] = Math.min(box[1], y!);
    box[2] = Math.max(box[2], x!);
    box[3] = Math.max(box[3], y!);
  }
  return box;
}

function ringContains(ring: Position[], position: Position): boolean {
  const x = position[0]!;
  const y = position[1]!;
  if (ring.length > MANY_VERTICES && !isInBox(ring, x, y)) return false;
  let inside = false;
  let before = ring[ring.length - 1]!;
  let isBeforeAbove = before[1]! > y;
  for (const vertex of ring) {
    const isAbove = vertex[1]! > y;
    if (isAbove !== isBeforeAbove) {
      const [xi, yi] = vertex as [number, number];
      if (x < ((before[0]! - xi) * (y - yi)) / (before[1]! - yi) + xi) inside = !inside;
    }
    before = vertex;
    isBeforeAbove = isAbove;
  }
  return inside;
}

/** Whether a position may lie in a ring: in its box, which is looked for once, or within a metre of it. */
function isInBox(ring: Position[], x: number, y: number): boolean {
  let box = boxes.get(ring);
  if (!box) {
    box = boxOf(ring);
    boxes.set(ring, box);
  }
  return x > box[0] - 1 && x < box[2] + 1 && y > box[1] - 1 && y < box[3] + 1;
}

const boxes = new WeakMap<Position[], [number, number, number, number]>();

/** Of a ring of fewer, to look at each is quicker than to look for its box. */
const MANY_VERTICES = 24;
