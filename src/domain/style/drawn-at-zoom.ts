import type { Layer, LayerSymbol } from '../layer.ts';
import { isLarge } from './large-layer.ts';
import { lineScale } from './line-scale.ts';
import { firmnessAt, scaleAt } from './size-scale.ts';
import { DEFAULT_LINE_WIDTH_PX } from './symbol-defaults.ts';

/**
 * Whether the map draws a symbol of a layer at a zoom: not below the layer's `minZoom`, nor what is an outline alone, or a line of
 * the base map, that the scale makes thinner than a hairline.
 */
export function isDrawnAt(layer: Layer, symbol: LayerSymbol, zoom: number): boolean {
  if (zoom < (layer.minZoom ?? 0)) return false;
  const { fill, hatch, line, lineWidth = DEFAULT_LINE_WIDTH_PX } = symbol;
  const fades = layer.base ? layer.geometry !== 'point' : layer.geometry === 'polygon';
  const isLineAlone = line !== undefined && (layer.geometry === 'line' || (!fill && !hatch));
  if (!fades || !isLineAlone || isLarge(layer)) return true;
  return firmnessAt(lineWidth * scaleAt(lineScale(layer), zoom)) > 0;
}
