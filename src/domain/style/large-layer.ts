import type { Layer, LayerSymbol } from '../layer.ts';
import { DEFAULT_FILL_OPACITY } from './symbol-defaults.ts';
import { symbolsOf } from './symbol-for.ts';

/** Rows from which a layer is drawn by extent, by deck.gl, instead of whole, by MapLibre. */
const LARGE_LAYER_ROWS = 50_000;

/** Whether a layer is drawn by extent. */
export const isLarge = (layer: Layer): boolean => layer.file.rows > LARGE_LAYER_ROWS;

/** Zoom from which the features of a layer are named; undefined: as soon as they are drawn. */
export function labelZoom(layer: Layer): number | undefined {
  return layer.style.labelMinZoom ?? (isLarge(layer) ? LARGE_LABEL_MIN_ZOOM : undefined);
}

/** Zoom from which the features of a large layer are named, when its style does not say. */
const LARGE_LABEL_MIN_ZOOM = 17;

/** Whether the areas of a layer have a tint that can be seen, in one of its symbols at least. */
export const isFilled = (layer: Layer): boolean => symbolsOf(layer.style).some(hasVisibleFill);

/** Whether the fill of a symbol changes any colour by more than a fiftieth, the least step that is seen. */
export const hasVisibleFill = ({ fill, fillOpacity = DEFAULT_FILL_OPACITY }: LayerSymbol) =>
  fill !== undefined && fillOpacity >= LEAST_FILL_OPACITY;

const LEAST_FILL_OPACITY = 0.02;
