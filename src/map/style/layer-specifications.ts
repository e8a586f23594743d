import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { circleSpecifications } from './circle-specifications.ts';
import { fillSpecifications } from './fill-specifications.ts';
import { labelSpecifications } from './label-specifications.ts';
import { lineSpecifications } from './line-specifications.ts';

/**
 * The MapLibre layers that draw a layer by its style, bottom first, names last (type `symbol`).
 * `opacity` (0 to 1) multiplies that of the symbols.
 */
export function layerToSpecifications(layer: Layer, opacity: number): LayerSpecification[] {
  const specifications = [
    ...(layer.geometry === 'polygon' ? fillSpecifications(layer, opacity) : []),
    ...(layer.geometry === 'point' ? [] : lineSpecifications(layer, opacity)),
    ...(layer.geometry === 'point' ? circleSpecifications(layer, opacity) : []),
    ...labelSpecifications(layer, opacity),
  ];
  return specifications.map((specification) => withMinZoom(specification, layer.minZoom));
}

function withMinZoom(specification: LayerSpecification, minzoom?: number): LayerSpecification {
  if (minzoom === undefined) return specification;
  return { ...specification, minzoom: Math.max(minzoom, specification.minzoom ?? 0) };
}
