import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Layer, LayerStyle } from '../../domain/layer.ts';
import { INK, PAPER } from '../../domain/style/colour.ts';
import { POINT_SCALE } from '../../domain/style/size-scale.ts';
import {
  DEFAULT_EDGE_PX,
  DEFAULT_RADIUS_PX,
  MIN_RADIUS_PX,
} from '../../domain/style/symbol-defaults.ts';
import { sourceIds } from './source-ids.ts';
import { byClass } from './symbol-classes.ts';
import { scaled } from './zoom-scale.ts';

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
        'circle-stroke-width': byClass(style, ({ lineWidth = DEFAULT_EDGE_PX }) => lineWidth),
        'circle-stroke-opacity': opacity,
      },
    },
  ];
}

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
