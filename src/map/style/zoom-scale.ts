import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl';
import type { ByClass } from './symbol-classes.ts';

/** How a size given in a style (pixels at zoom 14) grows with the zoom: pairs of zoom and factor. */
export type ZoomScale = readonly (readonly [zoom: number, factor: number])[];

const NO_EDGE: ZoomScale = [[0, 0]];

/** Width, in pixels, below which a line of the base map or an outline is not drawn, and from which it is drawn in full. */
const HAIRLINE_PX = 0.55;
const FIRM_PX = 1;

/** Roads of the base map: hairlines at the size of the territory, true streets at the size of a parcel. */
export const ROAD_SCALE: ZoomScale = [
  [8, 0.2],
  [10, 0.32],
  [11, 0.42],
  [12, 0.52],
  [13, 0.72],
  [14, 1.1],
  [16, 2.8],
  [18, 7],
];

/** The dark edge of a road, on each side. */
export const ROAD_EDGE_SCALE: ZoomScale = [
  [10, 0.25],
  [13, 0.5],
  [16, 0.8],
  [18, 1.2],
];

/** Rivers, rail and borders of the base map. */
export const BASE_LINE_SCALE: ZoomScale = [
  [8, 0.4],
  [11, 0.65],
  [14, 1],
  [16, 1.6],
  [18, 2.6],
];

/** The paper on each side of a theme's line. */
export const THEME_EDGE_SCALE: ZoomScale = [
  [10, 0.6],
  [14, 1.2],
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

/** A size (pixels at zoom 14) multiplied by the scale at each zoom, with an edge of so many pixels on each side. */
export function scaled(
  size: ByClass<number>,
  scale: ZoomScale,
  edge: ZoomScale = NO_EDGE,
): DataDrivenPropertyValueSpecification<number> {
  const stops = scale.flatMap(([zoom, factor]) => [
    zoom,
    grown(size, factor, 2 * scaleAt(edge, zoom)),
  ]);
  return [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    ...stops,
  ] as unknown as ExpressionSpecification;
}

/**
 * The opacity of a line of that size: none while the scale leaves it thinner than a hairline, `opacity` (0 to 1) once
 * it is firm. So small streets appear as one comes near, by their width alone.
 */
export function firmness(
  size: ByClass<number>,
  scale: ZoomScale,
  opacity: number,
): DataDrivenPropertyValueSpecification<number> {
  const stops = scale.flatMap(([zoom, factor]) => [zoom, firm(size, factor, opacity)]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
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

function firm(size: ByClass<number>, factor: number, opacity: number) {
  const share = (width: number) => (width - HAIRLINE_PX) / (FIRM_PX - HAIRLINE_PX);
  if (typeof size === 'number') {
    return round(opacity * Math.min(1, Math.max(0, share(size * factor))));
  }
  const width = ['*', size, factor];
  const shares = ['/', ['-', width, HAIRLINE_PX], FIRM_PX - HAIRLINE_PX];
  return ['*', opacity, ['min', 1, ['max', 0, shares]]];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
