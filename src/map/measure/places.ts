import type { MetricCrs } from '../../domain/crs.ts';
import type { LngLat, Xy } from '../../domain/units.ts';
import { projectPosition, unprojectPosition } from '../../geo/project.ts';

/** A position in degrees, longitude first, as metres of a projected system, easting first. */
export const toMetres = (at: LngLat, crs: MetricCrs): Xy => projectPosition(at, crs);

/** A position in metres of a projected system, easting first, as degrees, longitude first. */
export const toDegrees = (at: Xy, crs: MetricCrs): LngLat => unprojectPosition(at, crs);
