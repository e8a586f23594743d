import type { MetricCrs } from '../domain/crs.ts';
import type { Extent, LngLat, Xy } from '../domain/units.ts';
import { projectPosition, unprojectPosition } from '../geo/project.ts';
import type { PlanFrame } from './plan.ts';
import { zoomOfScale } from './plan-zoom.ts';

/** Scales that plans are made at, ascending: 1, 2, 2.5 or 5 times a power of ten, from 1:500 to 1:500 000. */
const ROUND_SCALES: readonly number[] = [
  500,
  ...[1e3, 1e4, 1e5].flatMap((power) => [1, 2, 2.5, 5].map((factor) => factor * power)),
];

/**
 * The frame of a size on paper that shows a whole box (degrees) with a margin, at the largest of the scales that does; beyond the
 * smallest of them, at the scale that just fits, rounded up to a thousand.
 */
export function fitFrame(
  extent: Extent,
  crs: MetricCrs,
  widthMm: number,
  heightMm: number,
  scales: readonly number[] = ROUND_SCALES,
): PlanFrame {
  const [minX, minY, maxX, maxY] = projectExtent(extent, crs);
  const least = Math.max((maxX - minX) / widthMm, (maxY - minY) / heightMm) * MARGIN * 1000;
  const scale =
    [...scales].sort((a, b) => a - b).find((candidate) => candidate >= least) ??
    1000 * Math.ceil(least / 1000);
  return { crs, centre: [(minX + maxX) / 2, (minY + maxY) / 2], scale, widthMm, heightMm };
}

/** The frame of a scale and a size on paper around a position in degrees. */
export function frameAround(
  centre: LngLat,
  crs: MetricCrs,
  scale: number,
  widthMm: number,
  heightMm: number,
): PlanFrame {
  return { crs, centre: projectPosition(centre, crs), scale, widthMm, heightMm };
}

/** The ground that a frame shows, in its CRS, metres. */
export function frameGround({ centre, scale, widthMm, heightMm }: PlanFrame): Extent {
  const [x, y] = centre;
  const [dx, dy] = [(widthMm * scale) / 2000, (heightMm * scale) / 2000];
  return [x - dx, y - dy, x + dx, y + dy];
}

/** The smallest box in degrees that holds the ground of a frame: larger than it, since its edges are curves there. */
export function frameExtent(frame: PlanFrame): Extent {
  return boxOf(edgePoints(frameGround(frame)).map((point) => unprojectPosition(point, frame.crs)));
}

/** Zoom of the web map that a frame looks like. */
export function frameZoom(frame: PlanFrame): number {
  const [, latitude] = unprojectPosition(frame.centre, frame.crs);
  return zoomOfScale(frame.scale, latitude, frame.pixelMm);
}

/** Where a point of the ground (metres of the frame's CRS) is on its paper, in millimetres from the top left corner, y down. */
export function toPaper({ centre, scale, widthMm, heightMm }: PlanFrame, [x, y]: Xy): Xy {
  const mm = 1000 / scale;
  return [widthMm / 2 + (x - centre[0]) * mm, heightMm / 2 - (y - centre[1]) * mm];
}

/** Where a point of a frame's paper is on the ground, in metres of the frame's CRS: the inverse of `toPaper`. */
export function toGround({ centre, scale, widthMm, heightMm }: PlanFrame, [x, y]: Xy): Xy {
  const metres = scale / 1000;
  return [centre[0] + (x - widthMm / 2) * metres, centre[1] - (y - heightMm / 2) * metres];
}

function projectExtent(extent: Extent, crs: MetricCrs): Extent {
  return boxOf(edgePoints(extent).map((point) => projectPosition(point, crs)));
}

/** Points along the edges of a box: an edge of one system is a curve of the other, bulging most somewhere along it. */
function edgePoints([minX, minY, maxX, maxY]: Extent): Xy[] {
  return Array.from({ length: EDGE_STEPS + 1 }, (_, i) => i / EDGE_STEPS).flatMap((share): Xy[] => {
    const x = minX + share * (maxX - minX);
    const y = minY + share * (maxY - minY);
    return [
      [x, minY],
      [x, maxY],
      [minX, y],
      [maxX, y],
    ];
  });
}

function boxOf(points: readonly Xy[]): Extent {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const EDGE_STEPS = 32;

/** The box of a commune does not touch the frame. */
const MARGIN = 1.06;
