import type { Hatch } from '../../domain/layer.ts';
import { hexToRgb } from '../../domain/style/colour.ts';
import {
  HATCH_LINE_PX,
  HATCH_STROKES,
  HATCH_TILE_PX,
  type HatchStroke,
} from '../../domain/style/hatch-strokes.ts';

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
