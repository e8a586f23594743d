import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { type Ground, LIGHT_GROUND } from '../../domain/style/ground.ts';
import { circleSpecifications } from './circle-specifications.ts';
import { fillSpecifications } from './fill-specifications.ts';
import { labelSpecifications } from './label-specifications.ts';
import { lineSpecifications } from './line-specifications.ts';

/**
 * The MapLibre layers that draw a layer by its style, bottom first, names last (type `symbol`).
 * `opacity` (0 to 1) multiplies that of the symbols; `ground` is what they lie on.
 */
export function layerToSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground = LIGHT_GROUND,
): LayerSpecification[] {
  const specifications = [
    ...(layer.geometry === 'polygon' ? fillSpecifications(layer, opacity, ground) : []),
    ...(layer.geometry === 'point' ? [] : lineSpecifications(layer, opacity, ground)),
    ...(layer.geometry === 'point' ? circleSpecifications(layer, opacity, ground) : []),
    ...labelSpecifications(layer, opacity, ground),
  ];
  return specifications.map((specification) => withMinZoom(specification, layer.minZoom));
}

function withMinZoom(specification: LayerSpecification, minzoom?: number): LayerSpecification {
  if (minzoom === undefined) return specification;
  return { ...specification, minzoom: Math.max(minzoom, specification.minzoom ?? 0) };
}
