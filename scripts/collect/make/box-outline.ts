import type { Polygon } from 'geojson';
import type { Extent } from '../../../src/domain/units.ts';

/** The outline of a box, counterclockwise. */
export function boxOutline([west, south, east, north]: Extent): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
