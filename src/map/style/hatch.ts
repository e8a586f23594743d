import type { Hatch } from '../../domain/layer.ts';
import { hexToRgb } from './colour.ts';

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

/** Name of the image of a hatch in a colour: it says all that is needed to draw it. */
export function hatchImageId(hatch: Hatch, colour: string): string {
  return `hatch ${hatch} ${colour}`;
}

/**
 * The image that `hatchImageId` named, or null for another name: RGBA bytes, transparent between the strokes,
 * `ratio` image pixels for a screen pixel.
 */
export function hatchImage(
  id: string,
  ratio: number,
): { width: number; height: number; data: Uint8Array } | null {
  const [, hatch, colour] = /^hatch (diagonal|crossed|dotted) (\S+)$/.exec(id) ?? [];
  if (!hatch || !colour) return null;
  const strokes = HATCH_STROKES[hatch as Hatch];
  const radius = (hatch === 'dotted' ? HATCH_LINE_PX * 1.6 : HATCH_LINE_PX) / 2;
  const side = HATCH_TILE_PX * ratio;
  const data = new Uint8Array(side * side * 4);
  const rgb = hexToRgb(colour);
  for (let i = 0; i < side * side; i++) {
    const x = ((i % side) + 0.5) / ratio;
    const y = (Math.floor(i / side) + 0.5) / ratio;
    const distance = Math.min(...strokes.map((stroke) => distanceTo(stroke, x, y)));
    const cover = Math.min(1, Math.max(0, (radius - distance) * ratio + 0.5));
    data.set([...rgb, Math.round(cover * 255)], i * 4);
  }
  return { width: side, height: side, data };
}

function distanceTo([x1, y1, x2, y2]: HatchStroke, x: number, y: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}
