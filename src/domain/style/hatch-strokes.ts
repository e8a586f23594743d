import type { Hatch } from '../layer.ts';

/** Side of the square that a hatch repeats, in pixels. */
export const HATCH_TILE_PX = 8;

/** Width of hatch lines and diameter of hatch dots, in pixels. */
export const HATCH_LINE_PX = 1.2;

/** A stroke of a hatch in its tile: from one point to another; a dot when both are the same. */
export type HatchStroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** What a hatch draws in its tile, in pixels, the lines drawn past its edges so that tiles join. */
export const HATCH_STROKES: Record<Hatch, readonly HatchStroke[]> = {
  diagonal: [
    [-2, 10, 10, -2],
    [-2, 2, 2, -2],
    [6, 10, 10, 6],
  ],
  crossed: [
    [-2, 10, 10, -2],
    [-2, 2, 2, -2],
    [6, 10, 10, 6],
    [-2, -2, 10, 10],
    [6, -2, 10, 2],
    [-2, 6, 2, 10],
  ],
  dotted: [
    [2, 2, 2, 2],
    [6, 6, 6, 6],
  ],
};
