import { projectPosition, unprojectPosition } from '../geo/project.ts';
import type { PlanFrame } from './plan.ts';

/**
 * How far true north lies from the top of a plan at its centre, in degrees, to the east where positive: a plan has the north of its CRS's
 * grid at the top, and meridians lean towards that of the CRS's origin.
 */
export function gridConvergence({ centre, crs }: PlanFrame): number {
  const [lng, lat] = unprojectPosition(centre, crs);
  const [x, y] = projectPosition([lng, lat + STEP_DEGREES], crs);
  return (Math.atan2(x - centre[0], y - centre[1]) * 180) / Math.PI;
}

/** 100 m or so: a meridian is straight over it. */
const STEP_DEGREES = 0.001;
