import type { MetricCrs } from '../domain/crs.ts';
import type { Hatch } from '../domain/layer.ts';
import type { CornerShape } from '../domain/style/point-shape.ts';
import type { Xy } from '../domain/units.ts';

/** What is put on paper, and to which scale. A plan is drawn in the CRS that lengths are measured in, so that paper is true all over. */
export interface PlanFrame {
  crs: MetricCrs;
  /** Middle of the frame: easting and northing in `crs`, metres. */
  centre: Xy;
  /** Denominator of the scale: 5000 for 1:5 000. */
  scale: number;
  widthMm: number;
  heightMm: number;
  /** What a pixel of the styles is on this paper; absent: `PIXEL_MM`. */
  pixelMm?: number;
}

/** A line as it is drawn on paper. */
export interface PlanStroke {
  /** `#rrggbb`. */
  colour: string;
  /** 0 to 1. */
  opacity: number;
  widthMm: number;
  /** Dash lengths in millimetres; absent: solid. */
  dashMm?: number[];
}

/** How the inside of a polygon is filled. */
export interface PlanFill {
  /** `#rrggbb`. */
  colour: string;
  opacity: number;
}

/** A hatch over a polygon: `HATCH_STROKES` of its kind, drawn in squares of `tileMm` that begin at the frame's top left corner. */
export interface PlanHatch {
  kind: Hatch;
  /** `#rrggbb`. */
  colour: string;
  opacity: number;
  tileMm: number;
}

/** Polygons: rings are filled by the even-odd rule. */
export interface AreaMark {
  kind: 'area';
  /** Each ring flat, `x0, y0, x1, y1…`, millimetres. */
  rings: Float64Array[];
  fill?: PlanFill;
  hatch?: PlanHatch;
  stroke?: PlanStroke;
}

/** Lines, each flat. */
export interface LineMark {
  kind: 'line';
  paths: Float64Array[];
  stroke: PlanStroke;
}

/** A circle, or a point with corners as large as one. */
export interface DotMark {
  kind: 'dot';
  at: Xy;
  radiusMm: number;
  /** Absent: a circle. */
  shape?: CornerShape;
  fill?: PlanFill;
  stroke?: PlanStroke;
}

/**
 * One line of text, centred on `at`, turned clockwise by `turnDegrees` about it. Its baseline lies `BASELINE_EMS` of the size below
 * the centre.
 */
export interface LabelMark {
  kind: 'label';
  at: Xy;
  text: string;
  /** Height of the type (em). */
  sizeMm: number;
  colour: string;
  /** Colour of the outline that keeps it legible. */
  halo?: string;
  /** Width of that outline on either side of a stroke. */
  haloMm?: number;
  weight: 'regular' | 'bold' | 'italic';
  /** Space between letters, added to the font's own. */
  trackingMm?: number;
  turnDegrees?: number;
}

/** One thing drawn, in millimetres from the frame's top left corner, x to the right and y **down**. */
export type PlanMark = AreaMark | LineMark | DotMark | LabelMark;

/**
 * A map as marks on paper, painted in this order: SVG, PDF and pictures are made of the same. Whoever paints clips to the frame: lines end
 * at it, but areas, dots and the width of lines reach up to `BLEED_MM` beyond.
 */
export interface PlanDrawing {
  frame: PlanFrame;
  marks: PlanMark[];
}

/** How far the baseline of a label lies below its centre, in shares of its size: half the height of a capital of Source Sans 3. */
export const BASELINE_EMS = 0.33;

/** How far a clipped area may reach beyond the frame: more than half of any stroke. */
export const BLEED_MM = 3;
