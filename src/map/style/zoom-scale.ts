import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
} from 'maplibre-gl';
import {
  FIRM_PX,
  firmnessAt,
  HAIRLINE_PX,
  scaleAt,
  type ZoomScale,
} from '../../domain/style/size-scale.ts';
import type { ByClass } from './symbol-classes.ts';

const NO_EDGE: ZoomScale = [[0, 0]];

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

/**
 * The filter that leaves out, tile by tile, the lines that `firmness` would draw with an opacity of 0; `true` where there are none.
 * A tile is drawn up to the next zoom.
 */
export function isFirm(hidden: ByClass<number>): FilterSpecification | true {
  if (hidden === 0) return true;
  return ['>', ['+', ['zoom'], 1], hidden] as unknown as FilterSpecification;
}

/** What meets both filters; `true` is met by all, `false` by none. */
export function both(
  first: FilterSpecification | boolean,
  second: FilterSpecification | boolean,
): FilterSpecification | boolean {
  if (first === true) return second;
  if (second === true || first === false) return first;
  return second === false ? false : (['all', first, second] as unknown as FilterSpecification);
}

function grown(size: ByClass<number>, factor: number, added: number) {
  if (typeof size === 'number') return round(size * factor + added);
  const product = ['*', size, factor];
  return added === 0 ? product : ['+', product, added];
}

function firm(size: ByClass<number>, factor: number, opacity: number) {
  if (typeof size === 'number') return round(opacity * firmnessAt(size * factor));
  const width = ['*', size, factor];
  const shares = ['/', ['-', width, HAIRLINE_PX], FIRM_PX - HAIRLINE_PX];
  return ['*', opacity, ['min', 1, ['max', 0, shares]]];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
