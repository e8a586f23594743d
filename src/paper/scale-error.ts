import type { MetricCrs } from '../domain/crs.ts';
import type { Xy } from '../domain/units.ts';
import { projectPosition, unprojectPosition } from '../geo/project.ts';
import { frameGround } from '../plan/frame.ts';
import type { PlanFrame } from '../plan/plan.ts';

/** How lengths of a frame's CRS differ from those of the ellipsoid, in centimetres a kilometre. */
export interface ScaleError {
  least: number;
  most: number;
}

/**
 * The linear alteration of a frame's CRS over the sheet, at its corners, the middles of its edges and its centre. A conformal system
 * alters all directions alike: a conic along the meridian alone, so that the extremes of a sheet are on its north and south edges, or at
 * the centre where it lies on the parallel of least scale; a transverse Mercator across it, so that they are on its east and west edges.
 */
export function scaleError(frame: PlanFrame): ScaleError {
  const [minX, minY, maxX, maxY] = frameGround(frame);
  const xs = [minX, (minX + maxX) / 2, maxX];
  const ys = [minY, (minY + maxY) / 2, maxY];
  const values = xs.flatMap((x) => ys.map((y) => (scaleAt([x, y], frame.crs) - 1) * CM_OF_KM));
  return { least: Math.min(...values), most: Math.max(...values) };
}

/** Length in the CRS of a short piece of the parallel, for one of the ellipsoid GRS 80. */
export function scaleAt(point: Xy, crs: MetricCrs): number {
  const [lng, lat] = unprojectPosition(point, crs);
  const step = 1e-4;
  const [ax, ay] = projectPosition([lng - step, lat], crs);
  const [bx, by] = projectPosition([lng + step, lat], crs);
  const latitude = (lat * Math.PI) / 180;
  const normal = SEMI_MAJOR_M / Math.sqrt(1 - E2 * Math.sin(latitude) ** 2);
  const ground = normal * Math.cos(latitude) * ((2 * step * Math.PI) / 180);
  return Math.hypot(bx - ax, by - ay) / ground;
}

/** GRS 80: semi-major axis, and the square of the eccentricity. */
const SEMI_MAJOR_M = 6378137;
const E2 = 0.0066943800229;
const CM_OF_KM = 1e5;
