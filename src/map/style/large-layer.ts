import type { Layer } from '../../domain/layer.ts';

/** Rows from which a layer is drawn by extent, by deck.gl, instead of whole, by MapLibre. */
export const LARGE_LAYER_ROWS = 50_000;

/** Whether a layer is drawn by extent. */
export const isLarge = (layer: Layer): boolean => layer.file.rows > LARGE_LAYER_ROWS;
