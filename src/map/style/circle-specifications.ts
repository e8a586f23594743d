import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
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
        'circle-radius': scaled(
          byClass(style, ({ radius = DEFAULT_RADIUS_PX }) => radius),
          POINT_SCALE,
        ),
        'circle-opacity': byClass(style, ({ fillOpacity = 1 }) => fillOpacity * opacity),
        'circle-stroke-color': byClass(style, ({ fill, line }) => (fill && line ? line : PAPER)),
        'circle-stroke-width': byClass(style, ({ lineWidth = 1.25 }) => lineWidth),
        'circle-stroke-opacity': opacity,
      },
    },
  ];
}
