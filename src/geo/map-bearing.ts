import type { LngLat } from '../domain/units.ts';

/**
 * The direction of b as seen from a on a map in Web Mercator with north up, in degrees clockwise from true north, 0 to 360 (not
 * grid north: in CC50 they part by up to 2° over France). It is the bearing of the rhumb line on the sphere (Snyder, _Map
 * Projections: A Working Manual_, USGS 1395, eq. 7-11). Both in degrees; a and b must not be one point.
 */
export function mapBearing([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const east = (lngB - lngA) * RADIANS;
  const north = stretch(latB) - stretch(latA);
  return (((Math.atan2(east, north) / RADIANS) % 360) + 360) % 360;
}

const RADIANS = Math.PI / 180;

/** How far north of the equator Mercator draws a latitude, in radii of the sphere. */
const stretch = (lat: number): number => Math.asinh(Math.tan(lat * RADIANS));
