import type { Layer } from '../layer.ts';

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
