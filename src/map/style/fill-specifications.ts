import type { LayerSpecification } from 'maplibre-gl';
import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import { INK, mix } from './colour.ts';
import { hatchImageId } from './hatch.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';

/** Opacity of a fill whose symbol gives none. */
export const DEFAULT_FILL_OPACITY = 0.4;

/** The fill of a polygon layer and the hatch over it; none where no symbol has any. */
export function fillSpecifications(layer: Layer, opacity: number): LayerSpecification[] {
  return [...plainFill(layer, opacity), ...hatchFill(layer, opacity)];
}

/** Colour of the strokes of a symbol's hatch. */
export function hatchColour({ line, fill }: LayerSymbol): string {
  return line ?? mix(fill ?? INK, INK, 0.35);
}

function plainFill({ id, style }: Layer, opacity: number): LayerSpecification[] {
  const filter = classFilter(style, (symbol) => symbol.fill !== undefined);
  if (filter === false) return [];
  return [
    {
      id: `${id}/fill`,
      type: 'fill',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      paint: {
        'fill-color': byClass(style, (symbol) => symbol.fill ?? INK),
        'fill-opacity': byClass(
          style,
          (symbol) => (symbol.fillOpacity ?? DEFAULT_FILL_OPACITY) * opacity,
        ),
        'fill-antialias': false,
      },
    },
  ];
}

function hatchFill({ id, style }: Layer, opacity: number): LayerSpecification[] {
  const filter = classFilter(style, (symbol) => symbol.hatch !== undefined);
  if (filter === false) return [];
  return [
    {
      id: `${id}/hatch`,
      type: 'fill',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      paint: {
        'fill-pattern': byClass(style, (symbol) =>
          hatchImageId(symbol.hatch ?? 'diagonal', hatchColour(symbol)),
        ),
        'fill-opacity': 0.7 * opacity,
      },
    },
  ];
}
