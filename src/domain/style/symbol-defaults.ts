import type { LayerSymbol } from '../layer.ts';
import { INK, mix } from './colour.ts';

/** Opacity of a fill whose symbol gives none. */
export const DEFAULT_FILL_OPACITY = 0.4;

/** Opacity of a hatch. */
export const HATCH_OPACITY = 0.7;

/** Width of a line whose symbol gives none, in pixels. */
export const DEFAULT_LINE_WIDTH_PX = 1;

/** Width from which the line of a theme is parted from what it crosses by paper, in pixels. */
export const CASED_WIDTH_PX = 2;

/** Opacity of the paper beside the line of a theme. */
export const CASING_OPACITY = 0.85;

/** Radius of a point whose symbol gives none, in pixels. */
export const DEFAULT_RADIUS_PX = 5;

/** Radius of the smallest proportional point, in pixels: one that says nothing is still seen. */
export const MIN_RADIUS_PX = 1.5;

/** Width of the edge of a point whose symbol gives none, in pixels. */
export const DEFAULT_EDGE_PX = 1.25;

/** Colour of the dark edge of a road. */
export function roadEdge({ line = INK }: LayerSymbol): string {
  return mix(line, INK, 0.3);
}
