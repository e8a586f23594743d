import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { INK } from '../../domain/style/colour.ts';
import type { Ground } from '../../domain/style/ground.ts';
import { hatchColour } from '../../domain/style/hatch-colour.ts';
import { DEFAULT_FILL_OPACITY, HATCH_OPACITY } from '../../domain/style/symbol-defaults.ts';
import { hatchImageId } from './hatch.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';

/** The fill of a polygon layer and the hatch over it; none where no symbol has any. */
export function fillSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground,
): LayerSpecification[] {
  return [...plainFill(layer, opacity), ...hatchFill(layer, opacity, ground)];
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

function hatchFill({ id, style }: Layer, opacity: number, ground: Ground): LayerSpecification[] {
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
          hatchImageId(symbol.hatch ?? 'diagonal', hatchColour(symbol, ground)),
        ),
        'fill-opacity': HATCH_OPACITY * opacity,
      },
    },
  ];
}
