import type { MetricCrs } from '../domain/crs.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import { projectPosition } from '../geo/project.ts';

/** What is to be printed: where, how large on paper and at which scale. */
export interface PrintRequest {
  /** Middle of the map, degrees. */
  centre: LngLat;
  /** Denominator of the scale: 5000 for 1:5 000. */
  scale: number;
  /** Size on paper. */
  widthMm: number;
  heightMm: number;
  /** The CRS whose metres are to scale on paper. */
  crs: MetricCrs;
}

/** How a web map has to look for its picture to be to scale. */
export interface PrintFrame {
  zoom: number;
  /** Size of the map in CSS pixels. */
  widthPx: number;
  heightPx: number;
  /** Size that the picture has to be given on paper, for metres to be to scale: within half a pixel of the size asked for. */
  widthMm: number;
  heightMm: number;
}

/**
 * The frame of a map at an exact scale. Web Mercator stretches lengths by about 1/cos φ, by 0.28 % more from north to south
 * than from east to west because it takes the ellipsoid for a sphere; so what a pixel is on the ground is measured in
 * the CRS, each way, and the picture is given a size on paper each way. It is exact at the middle, where lengths are; 10 km north of it,
 * Mercator is 0.2 % off.
 */
export function printFrame({ centre, scale, widthMm, heightMm, crs }: PrintRequest): PrintFrame {
  const zoom = zoomForScale(centre, scale, crs);
  const ground = groundOfPixel(centre, zoom, crs);
  const mmOfPixel = ground.map((metres) => (metres / scale) * 1000) as [number, number];
  const widthPx = Math.round(widthMm / mmOfPixel[0]);
  const heightPx = Math.round(heightMm / mmOfPixel[1]);
  return {
    zoom,
    widthPx,
    heightPx,
    widthMm: widthPx * mmOfPixel[0],
    heightMm: heightPx * mmOfPixel[1],
  };
}

/** The zoom of a web map, of tiles of 512 pixels, at which a CSS pixel is 1/96 inch on paper at a scale. */
export function zoomForScale(centre: LngLat, scale: number, crs: MetricCrs): number {
  const wanted = (MM_OF_PIXEL / 1000) * scale;
  return Math.log2(groundOfPixel(centre, 0, crs)[0] / wanted);
}

/**
 * The smallest round scale (1, 2, 2.5 or 5 times a power of ten, 1:500 at least) at which a box fits on paper with a margin,
 * and the middle of the box.
 */
export function scaleToFit(
  extent: Extent,
  widthMm: number,
  heightMm: number,
  crs: MetricCrs,
): { centre: LngLat; scale: number } {
  const [west, south, east, north] = extent;
  const centre: LngLat = [(west + east) / 2, (south + north) / 2];
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map((corner) => projectPosition(corner as unknown as LngLat, crs));
  const spread = (axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis]);
    return (Math.max(...values) - Math.min(...values)) * MARGIN;
  };
  const least = Math.max(spread(0) / widthMm, spread(1) / heightMm) * 1000;
  return { centre, scale: ROUND_SCALES.find((scale) => scale >= least) ?? Math.ceil(least) };
}

/** Metres in the CRS that a CSS pixel is across and up at the middle of a map. */
function groundOfPixel([lng, lat]: LngLat, zoom: number, crs: MetricCrs): [number, number] {
  const pixels = TILE_PX * 2 ** zoom;
  const step = STEP_DEGREES;
  const across = distance([lng - step, lat], [lng + step, lat], crs);
  const up = distance([lng, lat - step], [lng, lat + step], crs);
  const acrossPx = ((2 * step) / 360) * pixels;
  const upPx = (mercatorY(lat + step) - mercatorY(lat - step)) * pixels;
  return [across / acrossPx, up / upPx];
}

/** Share of the world's height that a latitude is above the equator. */
function mercatorY(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
}

function distance(a: LngLat, b: LngLat, crs: MetricCrs): number {
  const [ax, ay] = projectPosition(a, crs);
  const [bx, by] = projectPosition(b, crs);
  return Math.hypot(bx - ax, by - ay);
}

const TILE_PX = 512;
/** A CSS pixel on paper. */
const MM_OF_PIXEL = 25.4 / 96;
/** 100 m or so: lengths are straight over it. */
const STEP_DEGREES = 0.001;
const MARGIN = 1.1;
const ROUND_SCALES = [
  500,
  ...[1e3, 1e4, 1e5, 1e6].flatMap((power) => [1, 2, 2.5, 5].map((factor) => factor * power)),
];
