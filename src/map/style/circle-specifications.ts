import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Layer, LayerStyle, LayerSymbol } from '../../domain/layer.ts';
import { pointCasing, pointEdge } from '../../domain/style/casing.ts';
import { INK } from '../../domain/style/colour.ts';
import { type Ground, LIGHT_GROUND } from '../../domain/style/ground.ts';
import { cornerShape } from '../../domain/style/point-shape.ts';
import { POINT_SCALE } from '../../domain/style/size-scale.ts';
import {
  DEFAULT_EDGE_PX,
  DEFAULT_RADIUS_PX,
  MIN_RADIUS_PX,
} from '../../domain/style/symbol-defaults.ts';
import { pointImageId } from './point-image.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';
import { scaled } from './zoom-scale.ts';

/**
 * The discs of a point layer with their edges, a ring around those that the ground would swallow, and the images of the points that have
 * corners (`<id>/shape`: of type `symbol`, and no name).
 */
export function circleSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground = LIGHT_GROUND,
): LayerSpecification[] {
  const { id, style } = layer;
  const round = roundOnes(style);
  if (round === false) return shapes(layer, opacity, ground);
  return [
    ...casing(layer, opacity, ground),
    {
      id: `${id}/circle`,
      type: 'circle',
      source: sourceIds.features(id),
      ...(round === true ? {} : { filter: round }),
      paint: {
        'circle-color': byClass(style, ({ fill, line }) => fill ?? line ?? INK),
        'circle-radius': radiusOf(style),
        'circle-opacity': byClass(style, ({ fillOpacity = 1 }) => fillOpacity * opacity),
        'circle-stroke-color': byClass(style, (symbol) => pointEdge(symbol, ground)),
        'circle-stroke-width': byClass(style, ({ lineWidth = DEFAULT_EDGE_PX }) => lineWidth),
        'circle-stroke-opacity': opacity,
      },
    },
    ...shapes(layer, opacity, ground),
  ];
}

/** Whether a map layer draws points, and no names, though it is of type `symbol`. */
export const drawsShapes = ({ id }: LayerSpecification): boolean => id.endsWith('/shape');

const roundOnes = (style: LayerStyle) =>
  classFilter(style, (symbol) => cornerShape(symbol, style) === null);

/** Images keep their place whatever lies beneath; they grow with the zoom as discs do. */
function shapes({ id, style }: Layer, opacity: number, ground: Ground): LayerSpecification[] {
  const filter = classFilter(style, (symbol) => cornerShape(symbol, style) !== null);
  if (filter === false) return [];
  const image = (symbol: LayerSymbol) =>
    pointImageId(symbol, cornerShape(symbol, style) ?? 'square', ground);
  return [
    {
      id: `${id}/shape`,
      type: 'symbol',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      layout: {
        'icon-image': byClass(style, image),
        'icon-size': scaled(1, POINT_SCALE),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-z-order': 'source',
      },
      paint: { 'icon-opacity': opacity },
    },
  ];
}

/** As wide as the disc with its edge, and as much again. */
function casing(
  { id, style }: Layer,
  opacity: number,
  ground: Ground,
): Extract<LayerSpecification, { type: 'circle' }>[] {
  const filter = classFilter(
    style,
    (symbol) => pointCasing(symbol, ground) !== null && cornerShape(symbol, style) === null,
  );
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
