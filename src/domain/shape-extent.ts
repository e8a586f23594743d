import type { ShapeGeometry } from './shape.ts';
import type { Extent } from './units.ts';

/** The box of a shape, in its own coordinates. */
export function shapeExtent({ coordinates }: ShapeGeometry): Extent {
  const numbers = coordinates.flat(3) as number[];
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [x, y] = [numbers[i] as number, numbers[i + 1] as number];
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}
