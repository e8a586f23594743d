import type { Position } from 'geojson';
import { intersection, type Shape } from './overlay.ts';
import { boxOf, polygonArea } from './polygon.ts';

/**
 * The part of a polygon west of a north–south line, placed so that the part measures `areaM2`; the whole when it has
 * no more. Planar metres; to a tenth of a square metre.
 */
export function cutToArea(polygon: Position[][], areaM2: number): Shape {
  const [west, south, east, north] = boxOf(polygon[0]!);
  let [low, high] = [west, east];
  let cut: Shape = [polygon];
  for (let i = 0; i < STEPS && high - low > 0; i++) {
    const middle = (low + high) / 2;
    const half = [
      [west - 1, south - 1],
      [middle, south - 1],
      [middle, north + 1],
      [west - 1, north + 1],
      [west - 1, south - 1],
    ];
    const part = intersection([polygon], [[half]]);
    if (areaOf(part) < areaM2) low = middle;
    else {
      high = middle;
      cut = part;
    }
  }
  return cut;
}

const STEPS = 34;

function areaOf(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}
