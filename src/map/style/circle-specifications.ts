import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Layer, LayerStyle } from '../../domain/layer.ts';
import { INK, PAPER } from './colour.ts';
import { sourceIds } from './source-ids.ts';
import { byClass } from './symbol-classes.ts';
import { POINT_SCALE, scaled } from './zoom-scale.ts';

/** Radius of a point whose symbol gives none, in pixels. */
export const DEFAULT_RADIUS_PX = 5;

/** The discs of a point layer, edged with the symbol's line or with paper. */
export function circleSpecifications({ id, style }: Layer, opacity: number): LayerSpecification[] {
  return [
    {
      id: `${id}/circle`,
      type: 'circle',
      source: sourceIds.features(id),
      paint: {
        'circle-color': byClass(style, ({ fill, line }) => fill ?? line ?? INK),
        'circle-radius': radiusOf(style),
        'circle-opacity': byClass(style, ({ fillOpacity = 1 }) => fillOpacity * opacity),
        'circle-stroke-color': byClass(style, ({ fill, line }) => (fill && line ? line : PAPER)),
        'circle-stroke-width': byClass(style, ({ lineWidth = 1.25 }) => lineWidth),
        'circle-stroke-opacity': opacity,
      },
    },
  ];
}

/** Radius of the smallest proportional point, in pixels: one that says nothing is still seen. */
const MIN_RADIUS_PX = 1.5;

/** Proportional points keep their size at every zoom, so that the legend shows it as it is. */
function radiusOf(style: LayerStyle): DataDrivenPropertyValueSpecification<number> {
  const { proportional } = style;
  if (!proportional) {
    return scaled(
      byClass(style, ({ radius = DEFAULT_RADIUS_PX }) => radius),
      POINT_SCALE,
    );
  }
  const { field, maxRadius, maxValue } = proportional;
  const share = ['/', ['max', 0, ['to-number', ['get', field], 0]], maxValue];
  const radius = ['max', MIN_RADIUS_PX, ['*', maxRadius, ['sqrt', share]]];
  return radius as unknown as ExpressionSpecification;
}
