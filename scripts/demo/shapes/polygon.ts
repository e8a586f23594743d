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
  const [x, y] = [position[0]!, position[1]!];
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi, xj, yj] = [ring[i]![0]!, ring[i]![1]!, ring[j]![0]!, ring[j]![1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
