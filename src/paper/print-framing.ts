import type { Territory } from '../domain/catalogue.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import { projectPosition, unprojectPosition } from '../geo/project.ts';
import { fitFrame } from '../plan/frame.ts';
import type { Orientation, Paper } from './paper-size.ts';
import { sheetFrames } from './sheet-frames.ts';

/** The scales that sheets are offered at, ascending. */
export const SCALES: readonly number[] = [
  500, 1000, 2000, 2500, 5000, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000,
];

/** The middle (degrees) and the scale of a sheet that shows a whole box (degrees): the largest of `SCALES` that does, else the next smaller. */
export function fitSheet(
  extent: Extent,
  paper: Paper,
  orientation: Orientation,
  { metricCrs }: Territory,
): { centre: LngLat; scale: number } {
  const { map } = sheetFrames(paper, orientation);
  const { centre, scale } = fitFrame(extent, metricCrs, map.width, map.height, SCALES);
  return { centre: unprojectPosition(centre, metricCrs), scale };
}

/** The middle of a sheet (degrees) moved on it by so many millimetres, to the right and down. */
export function moveSheet(
  centre: LngLat,
  [dx, dy]: readonly [number, number],
  scale: number,
  { metricCrs }: Territory,
): LngLat {
  const [x, y] = projectPosition(centre, metricCrs);
  const metres = scale / 1000;
  return unprojectPosition([x + dx * metres, y - dy * metres], metricCrs);
}
