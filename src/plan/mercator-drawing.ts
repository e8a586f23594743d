import type { MetricCrs } from '../domain/crs.ts';
import type { Extent, LngLat, Xy } from '../domain/units.ts';
import { projectPosition, unprojectPosition } from '../geo/project.ts';
import { toGround } from './frame.ts';
import type { PlanDrawing, PlanFrame, PlanMark } from './plan.ts';

/** Where things are on a picture in Web Mercator (EPSG:3857): `extent` (degrees) fills it, and its height follows from its width. */
export interface MercatorPicture {
  extent: Extent;
  widthMm: number;
  heightMm: number;
}

/** The picture of a box in degrees as wide as that, as high as Web Mercator has it. */
export function mercatorPicture(extent: Extent, widthMm: number): MercatorPicture {
  const [minX, minY] = toMercator([extent[0], extent[1]]);
  const [maxX, maxY] = toMercator([extent[2], extent[3]]);
  return { extent, widthMm, heightMm: (widthMm * (maxY - minY)) / (maxX - minX) };
}

/** Where a position in degrees is on a picture, in millimetres from its top left corner, y down. */
export function toPicture({ extent, widthMm }: MercatorPicture, position: LngLat): Xy {
  const [left, top] = toMercator([extent[0], extent[3]]);
  const [right] = toMercator([extent[2], extent[3]]);
  const [x, y] = toMercator(position);
  const mm = widthMm / (right - left);
  return [(x - left) * mm, (top - y) * mm];
}

/**
 * The marks of a drawing as they lie on a Web Mercator picture: every vertex is taken back to the ground, then to degrees, then to the
 * picture, so that only what is straight between two of them may differ. Names stay level; widths and sizes are not changed, which holds
 * for a drawing of the same scale (`frameOfPicture`).
 */
export function mercatorMarks({ frame, marks }: PlanDrawing, picture: MercatorPicture): PlanMark[] {
  const move = (point: Xy) =>
    toPicture(picture, unprojectPosition(toGround(frame, point), frame.crs));
  const moveAll = (flat: Float64Array) => {
    const moved = new Float64Array(flat.length);
    for (let i = 0; i < flat.length; i += 2) {
      moved.set(move([flat[i] ?? 0, flat[i + 1] ?? 0]), i);
    }
    return moved;
  };
  return marks.map((mark) => {
    if (mark.kind === 'area') return { ...mark, rings: mark.rings.map(moveAll) };
    if (mark.kind === 'line') return { ...mark, paths: mark.paths.map(moveAll) };
    return { ...mark, at: move(mark.at) };
  });
}

/**
 * The frame of a CRS that shows all of a picture, with a margin for its edges, which are curves there, at the scale of the picture's middle:
 * Web Mercator is larger by 0.6 % at the north edge of a box of 0.3° at 50° N. `pixelMm` is what a pixel of the styles is on it.
 */
export function frameOfPicture(
  { extent, widthMm, heightMm }: MercatorPicture,
  crs: MetricCrs,
  pixelMm: number,
): PlanFrame {
  const [west, south, east, north] = extent;
  const latitude = ((south + north) / 2) * RADIANS;
  const ground = (east - west) * RADIANS * RADIUS_M * Math.cos(latitude);
  return {
    crs,
    centre: projectPosition([(west + east) / 2, (south + north) / 2], crs),
    scale: (1000 * ground) / widthMm,
    widthMm: widthMm * MARGIN,
    heightMm: heightMm * MARGIN,
    pixelMm,
  };
}

/** Web Mercator in radians: the sphere of radius 1. */
function toMercator([lng, lat]: LngLat): Xy {
  return [lng * RADIANS, Math.asinh(Math.tan(lat * RADIANS))];
}

const RADIANS = Math.PI / 180;
/** Of WGS 84. */
const RADIUS_M = 6378137;
const MARGIN = 1.04;
