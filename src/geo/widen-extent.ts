import type { Extent } from '../domain/units.ts';

/**
 * A box in degrees that holds what lies within `metres` of the features that `extent` holds, as a metric CRS measures it; with
 * room for that CRS' scale, and for edges of features, which are straight in the metric CRS and leave their box in degrees by
 * their sagitta. An empty extent stays empty. Not for the poles, nor across the antimeridian.
 */
export function widenExtent(extent: Extent, metres: number): Extent {
  const [minX, minY, maxX, maxY] = extent;
  if (minX > maxX) return extent;
  const latitude = (Math.min(80, Math.max(Math.abs(minY), Math.abs(maxY))) * Math.PI) / 180;
  const degreeX = METRES_A_DEGREE * Math.cos(latitude);
  const longest = Math.hypot((maxX - minX) * METRES_A_DEGREE, (maxY - minY) * METRES_A_DEGREE);
  const sagitta = (longest ** 2 / (4 * EARTH_RADIUS_M)) * (1 + Math.tan(latitude));
  const room = metres * SCALE_ROOM + sagitta + LEAST_ROOM_M;
  const [dX, dY] = [room / degreeX, room / METRES_A_DEGREE];
  return [minX - dX, minY - dY, maxX + dX, maxY + dY];
}

/** Less than the shortest degree of latitude on the GRS80 ellipsoid, 110 574 m at the equator. */
const METRES_A_DEGREE = 110_500;
const EARTH_RADIUS_M = 6_356_000;

/** Lambert-93, the worst of the metric CRSs in use, is 0.3 % off at the ends of the country. */
const SCALE_ROOM = 1.02;
const LEAST_ROOM_M = 0.1;
