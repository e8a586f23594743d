import type { Position } from 'geojson';
import type { Shape } from './overlay.ts';
import { boxOf, shapeContains } from './polygon.ts';

/** A test of whether positions lie inside a shape, quick for those outside its box. */
export function createFinder(shape: Shape): (position: Position) => boolean {
  const box = boxOf(shape.flat(2));
  return (position) => {
    const [x, y] = [position[0]!, position[1]!];
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
    return shapeContains(shape, position);
  };
}
