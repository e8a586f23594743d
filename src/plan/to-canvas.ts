import { dotOutline } from './dot-outline.ts';
import { createHatchTiles, type HatchTiles } from './hatch-tiles.ts';
import {
  type AreaMark,
  BASELINE_EMS,
  type DotMark,
  type LabelMark,
  type LineMark,
  type PlanDrawing,
  type PlanMark,
  type PlanStroke,
} from './plan.ts';

/** What a plan can be painted on, in a page or in a worker. */
export type PlanContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Paints a plan on a canvas, its top left corner at the context's origin, `pxPerMm` canvas pixels a millimetre: 300 / 25.4 for 300 dpi.
 * The state of the context is as before. Names are set in `fontFamily`, which has to be loaded.
 */
export function planToCanvas(
  { frame, marks }: PlanDrawing,
  context: PlanContext,
  pxPerMm: number,
  fontFamily = FONT_FAMILY,
): void {
  context.save();
  context.scale(pxPerMm, pxPerMm);
  context.beginPath();
  context.rect(0, 0, frame.widthMm, frame.heightMm);
  context.clip();
  marksToCanvas(marks, context, fontFamily);
  context.restore();
}

/** Paints marks where the context stands, whose unit is the millimetre: nothing is clipped. */
export function marksToCanvas(
  marks: readonly PlanMark[],
  context: PlanContext,
  fontFamily: string,
): void {
  let tiles: HatchTiles | null = null;
  const hatches: HatchTiles = (hatch) => {
    tiles ??= createHatchTiles(context);
    return tiles(hatch);
  };
  for (const mark of marks) {
    if (mark.kind === 'area') paintArea(context, mark, hatches);
    else if (mark.kind === 'line') paintLine(context, mark);
    else if (mark.kind === 'dot') paintDot(context, mark);
    else paintLabel(context, mark, fontFamily);
  }
}

/** Family of the names, as the site loads it. */
export const FONT_FAMILY = "'Source Sans 3 Variable', 'Source Sans 3', sans-serif";

function paintArea(
  context: PlanContext,
  { rings, fill, hatch, stroke }: AreaMark,
  hatches: HatchTiles,
): void {
  trace(context, rings);
  if (fill) {
    context.globalAlpha = fill.opacity;
    context.fillStyle = fill.colour;
    context.fill('evenodd');
  }
  if (hatch) {
    context.globalAlpha = hatch.opacity;
    context.fillStyle = hatches(hatch);
    context.fill('evenodd');
  }
  if (stroke) strokePath(context, stroke);
}

function paintLine(context: PlanContext, { paths, stroke }: LineMark): void {
  trace(context, paths);
  strokePath(context, stroke);
}

function paintDot(context: PlanContext, mark: DotMark): void {
  const { at, radiusMm, fill, stroke } = mark;
  const outline = dotOutline(mark);
  if (outline) trace(context, [outline]);
  else {
    context.beginPath();
    context.arc(at[0], at[1], radiusMm, 0, 2 * Math.PI);
  }
  if (fill) {
    context.globalAlpha = fill.opacity;
    context.fillStyle = fill.colour;
    context.fill();
  }
  if (stroke) strokePath(context, stroke);
}

function paintLabel(context: PlanContext, mark: LabelMark, fontFamily: string): void {
  const { at, text, sizeMm, colour, halo, haloMm = 0, weight, turnDegrees = 0 } = mark;
  context.save();
  context.translate(at[0], at[1]);
  context.rotate((turnDegrees * Math.PI) / 180);
  // A canvas rounds small type to whole pixels before it is scaled: letters are set large and made smaller.
  context.scale(sizeMm / TYPE_PX, sizeMm / TYPE_PX);
  context.globalAlpha = 1;
  context.font = `${FONT_STYLE[weight]} ${TYPE_PX}px ${fontFamily}`;
  context.letterSpacing = `${((mark.trackingMm ?? 0) / sizeMm) * TYPE_PX}px`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  if (halo) {
    context.lineJoin = 'round';
    context.lineWidth = (2 * haloMm * TYPE_PX) / sizeMm;
    context.strokeStyle = halo;
    context.setLineDash([]);
    context.strokeText(text, 0, BASELINE_EMS * TYPE_PX);
  }
  context.fillStyle = colour;
  context.fillText(text, 0, BASELINE_EMS * TYPE_PX);
  context.restore();
}

function trace(context: PlanContext, paths: readonly Float64Array[]): void {
  context.beginPath();
  for (const path of paths) {
    const last = path.length - 2;
    context.moveTo(path[0]!, path[1]!);
    const isClosed = last > 0 && path[0] === path[last] && path[1] === path[last + 1];
    for (let i = 2; i < (isClosed ? last : path.length); i += 2)
      context.lineTo(path[i]!, path[i + 1]!);
    if (isClosed) context.closePath();
  }
}

function strokePath(context: PlanContext, { colour, opacity, widthMm, dashMm }: PlanStroke): void {
  context.globalAlpha = opacity;
  context.strokeStyle = colour;
  context.lineWidth = widthMm;
  context.lineJoin = 'round';
  context.lineCap = dashMm ? 'butt' : 'round';
  context.setLineDash(dashMm ?? []);
  context.stroke();
}

const FONT_STYLE = { regular: '400', bold: '600', italic: 'italic 500' } as const;
const TYPE_PX = 100;
