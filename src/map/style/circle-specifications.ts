import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Layer, LayerStyle } from '../../domain/layer.ts';
import { pointCasing, pointEdge } from '../../domain/style/casing.ts';
import { INK } from '../../domain/style/colour.ts';
import { type Ground, LIGHT_GROUND } from '../../domain/style/ground.ts';
import { POINT_SCALE } from '../../domain/style/size-scale.ts';
import {
  DEFAULT_EDGE_PX,
  DEFAULT_RADIUS_PX,
  MIN_RADIUS_PX,
} from '../../domain/style/symbol-defaults.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';
import { scaled } from './zoom-scale.ts';

/** The discs of a point layer with their edges, and a ring around those that the ground would swallow. */
export function circleSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground = LIGHT_GROUND,
): LayerSpecification[] {
  const { id, style } = layer;
  return [
    ...casing(layer, opacity, ground),
    {
      id: `${id}/circle`,
      type: 'circle',
      source: sourceIds.features(id),
      paint: {
        'circle-color': byClass(style, ({ fill, line }) => fill ?? line ?? INK),
        'circle-radius': radiusOf(style),
        'circle-opacity': byClass(style, ({ fillOpacity = 1 }) => fillOpacity * opacity),
        'circle-stroke-color': byClass(style, (symbol) => pointEdge(symbol, ground)),
        'circle-stroke-width': byClass(style, ({ lineWidth = DEFAULT_EDGE_PX }) => lineWidth),
        'circle-stroke-opacity': opacity,
      },
    },
  ];
}

/** As wide as the disc with its edge, and as much again. */
function casing(
  { id, style }: Layer,
  opacity: number,
  ground: Ground,
): Extract<LayerSpecification, { type: 'circle' }>[] {
  const filter = classFilter(style, (symbol) => pointCasing(symbol, ground) !== null);
  if (filter === false) return [];
  return [
    {
      id: `${id}/casing`,
      type: 'circle',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      paint: {
        'circle-radius': radiusOf(style),
        'circle-opacity': 0,
        'circle-stroke-color': byClass(
          style,
          (symbol) => pointCasing(symbol, ground) ?? ground.ink,
        ),
        'circle-stroke-width': byClass(
          style,
          ({ lineWidth = DEFAULT_EDGE_PX }) => lineWidth + DEFAULT_EDGE_PX,
        ),
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
