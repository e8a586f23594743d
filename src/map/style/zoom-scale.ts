import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl';
import type { ByClass } from './symbol-classes.ts';

/** How a size given in a style (pixels at zoom 14) grows with the zoom: pairs of zoom and factor. */
export type ZoomScale = readonly (readonly [zoom: number, factor: number])[];

/** Roads of the base map: hairlines at the size of the territory, true streets at the size of a parcel. */
export const ROAD_SCALE: ZoomScale = [
  [8, 0.22],
  [11, 0.42],
  [13, 0.72],
  [14, 1],
  [16, 2.6],
  [18, 7],
];

/** Rivers, rail and borders of the base map. */
export const BASE_LINE_SCALE: ZoomScale = [
  [8, 0.4],
  [11, 0.65],
  [14, 1],
  [16, 1.6],
  [18, 2.6],
];

/** Lines and outlines of the themes. */
export const THEME_LINE_SCALE: ZoomScale = [
  [8, 0.5],
  [11, 0.7],
  [14, 1],
  [17, 1.5],
];

/** Points of the themes. */
export const POINT_SCALE: ZoomScale = [
  [8, 0.5],
  [11, 0.75],
  [14, 1],
  [17, 1.4],
];

/** A size (pixels at zoom 14) multiplied by the scale at each zoom, plus `added` pixels at every zoom. */
export function scaled(
  size: ByClass<number>,
  scale: ZoomScale,
  added = 0,
): DataDrivenPropertyValueSpecification<number> {
  const stops = scale.flatMap(([zoom, factor]) => [zoom, grown(size, factor, added)]);
  return [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    ...stops,
  ] as unknown as ExpressionSpecification;
}

/** The factor of a scale at a zoom, for what MapLibre does not draw. */
export function scaleAt(scale: ZoomScale, zoom: number): number {
  const after = scale.findIndex(([stop]) => stop >= zoom);
  if (after === 0) return scale[0]![1];
  if (after === -1) return scale[scale.length - 1]![1];
  const [lowZoom, low] = scale[after - 1]!;
  const [highZoom, high] = scale[after]!;
  return low + ((high - low) * (zoom - lowZoom)) / (highZoom - lowZoom);
}

function grown(size: ByClass<number>, factor: number, added: number) {
  if (typeof size === 'number') return round(size * factor + added);
  const product = ['*', size, factor];
  return added === 0 ? product : ['+', product, added];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
