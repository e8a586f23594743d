import { METRIC_CRS, type MetricCrs, PROJ_DEFINITIONS, STORAGE_CRS } from '../../domain/crs.ts';
import type { Extent, LngLat } from '../../domain/units.ts';
import { createProjection } from '../../geo/projection.ts';
import { webMercatorToLngLat } from './web-mercator.ts';

/** The CRS that need no GDAL, in the order in which they are tried on coordinates of which nothing is said. */
export const KNOWN_CRS: readonly string[] = [
  STORAGE_CRS,
  'EPSG:2154',
  ...METRIC_CRS.filter((crs) => crs !== 'EPSG:2154'),
  'EPSG:3857',
];

/** Positions `[x, y, …]` of one of `KNOWN_CRS` in degrees, longitude first; those of degrees are the same array. */
export function knownToDegrees(xy: Float64Array, crs: string): Float64Array {
  if (crs === STORAGE_CRS) return xy;
  if (crs === 'EPSG:3857') return webMercatorToLngLat(xy);
  const degrees = new Float64Array(xy.length);
  createProjection(PROJ_DEFINITIONS[crs as MetricCrs]).toLngLat(xy, degrees);
  return degrees;
}

/**
 * Where a CRS is meant to be used, degrees; null for one that we do not know. Source: areas of use of the EPSG registry
 * (France onshore and offshore for Lambert-93; a band of a degree on each side for a conic zone; the lands of each overseas department),
 * rounded outward.
 */
export function useArea(crs: string): Extent | null {
  if (crs === STORAGE_CRS) return [-180, -90, 180, 90];
  if (crs === 'EPSG:3857') return [-180, -85.06, 180, 85.06];
  if (crs === 'EPSG:2154') return [-9.9, 41.1, 10.4, 51.6];
  const overseas = OVERSEAS_AREAS[crs];
  if (overseas) return overseas;
  if (!METRIC_CRS.includes(crs as MetricCrs)) return null;
  const zone = Number(crs.slice(-2));
  return [-5.5, zone - 1.3, 10, zone + 1.3];
}

/** Whether a position in degrees lies in a box grown by `margin` degrees. */
export function isInBox([lng, lat]: LngLat, box: Extent, margin = 0): boolean {
  const [minLng, minLat, maxLng, maxLat] = box;
  return (
    lng >= minLng - margin &&
    lng <= maxLng + margin &&
    lat >= minLat - margin &&
    lat <= maxLat + margin
  );
}

/** Guadeloupe, Martinique, Saint-Martin and Saint-Barthélemy; Guyane; La Réunion; Mayotte. */
const OVERSEAS_AREAS: Readonly<Record<string, Extent>> = {
  'EPSG:5490': [-63.7, 14, -60, 18.6],
  'EPSG:2972': [-54.7, 2, -49.4, 8.9],
  'EPSG:2975': [51.8, -24.8, 58.3, -18.2],
  'EPSG:4471': [43.6, -14.5, 46.7, -11.3],
};
