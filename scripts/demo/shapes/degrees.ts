import type { Position } from 'geojson';
import type { LngLat } from '../../../src/domain/units.ts';
import { unprojectPosition } from '../../../src/geo/project.ts';

/** Longitude and latitude of a position of the ground (CC50 metres), to about 10 cm. */
export function degreesOf(position: Position): LngLat {
  const [lng, lat] = unprojectPosition([position[0]!, position[1]!], 'EPSG:3950');
  return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
}

/** The same as the schemas of mobility write it in a field: `[2.640123, 50.529876]`. */
export function pairOf(position: Position): string {
  return `[${degreesOf(position).join(', ')}]`;
}
