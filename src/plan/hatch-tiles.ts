import { HATCH_STROKES, HATCH_TILE_PX } from '../domain/style/hatch-strokes.ts';
import { hatchWidth } from './clip/hatch-lines.ts';
import type { PlanHatch } from './plan.ts';
import type { PlanContext } from './to-canvas.ts';

/** What a hatch is filled with, made when it is first asked for. */
export type HatchTiles = (hatch: PlanHatch) => CanvasPattern;

/**
 * The hatches of a canvas whose unit is the millimetre and whose scale stays as it is: a picture of one square, repeated from the
 * origin of the plan. Filling with it costs what a plain fill does, whereas strokes would have to be clipped to each area. It is made in
 * memory: the graphics card may be busy with a map.
 */
export function createHatchTiles(context: PlanContext): HatchTiles {
  const made = new Map<string, CanvasPattern>();
  const { a, b } = context.getTransform();
  const pxPerMm = Math.hypot(a, b);
  return (hatch) => {
    const name = `${hatch.kind} ${hatch.colour} ${hatch.tileMm}`;
    const pattern = made.get(name) ?? createTile(context, hatch, pxPerMm);
    made.set(name, pattern);
    return pattern;
  };
}

function createTile(context: PlanContext, hatch: PlanHatch, pxPerMm: number): CanvasPattern {
  const side = Math.max(HATCH_TILE_PX, Math.ceil(hatch.tileMm * pxPerMm * FINENESS));
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d', {
    willReadFrequently: true,
  }) as OffscreenCanvasRenderingContext2D;
  pen.scale(side / HATCH_TILE_PX, side / HATCH_TILE_PX);
  pen.strokeStyle = hatch.colour;
  pen.lineWidth = hatchWidth(hatch.kind, 1);
  pen.lineCap = 'round';
  for (const [x1, y1, x2, y2] of HATCH_STROKES[hatch.kind]) {
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
  }
  pen.stroke();
  const pattern = context.createPattern(canvas, 'repeat') as CanvasPattern;
  pattern.setTransform({ a: hatch.tileMm / side, d: hatch.tileMm / side });
  return pattern;
}

/** Pixels of a square for one of the canvas: it is then as smooth as strokes are. */
const FINENESS = 2;
