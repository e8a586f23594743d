import { PAPER } from '../../domain/style/colour.ts';
import { NAME_LEADING_EMS } from '../../domain/style/label-sizes.ts';
import type { Extent, Xy } from '../../domain/units.ts';
import type { LabelMark, LineMark } from '../plan.ts';
import { breakText } from './break-text.ts';
import type { LabelLook } from './label-look.ts';
import { textWidth } from './text-width.ts';

/** A name in its lines, not placed yet. */
export interface LabelBlock {
  lines: string[];
  look: LabelLook;
  widthMm: number;
  heightMm: number;
}

/** A name at a place: the marks of its lines and the room that they take. */
export interface PlacedLabel {
  /** Where it stands, about. */
  at: Xy;
  marks: (LabelMark | LineMark)[];
  boxes: Extent[];
}

/** The lines of a name. */
export function labelBlock(text: string, look: LabelLook): LabelBlock {
  const shown = look.isUppercase ? text.toLocaleUpperCase('fr') : text;
  const lines = breakText(shown, look.weight, look.maxWidthEms);
  const widths = lines.map((line) => labelWidth(line, look));
  const heightMm = (CAPITAL_EMS + (lines.length - 1) * NAME_LEADING_EMS) * look.sizeMm;
  return { lines, look, widthMm: Math.max(...widths), heightMm };
}

/** Width of a line of a name, in millimetres. */
export function labelWidth(text: string, { weight, sizeMm, trackingMm }: LabelLook): number {
  return textWidth(text, weight) * sizeMm + Math.max(0, text.length - 1) * trackingMm;
}

/** A name around a place: centred, or with its left or right side there. */
export function placeBlock(
  { lines, look, widthMm, heightMm }: LabelBlock,
  [x, y]: Xy,
  side: 'centre' | 'left' | 'right' = 'centre',
): PlacedLabel {
  const leading = NAME_LEADING_EMS * look.sizeMm;
  const first = y - ((lines.length - 1) * leading) / 2;
  const marks = lines.map((text, i): LabelMark => {
    const half = labelWidth(text, look) / 2;
    const middle = side === 'centre' ? x : side === 'left' ? x + half : x - half;
    return lineMark(text, [middle, first + i * leading], look);
  });
  const left = side === 'centre' ? x - widthMm / 2 : side === 'left' ? x : x - widthMm;
  const { paddingMm: padding } = look;
  const box: Extent = [
    left - padding,
    y - heightMm / 2 - padding,
    left + widthMm + padding,
    y + heightMm / 2 + padding,
  ];
  return { at: [x, y], marks, boxes: [box] };
}

/** One line of a name at its place. */
export function lineMark(text: string, at: Xy, look: LabelLook, turnDegrees = 0): LabelMark {
  const { sizeMm, colour, weight, haloMm, trackingMm } = look;
  return {
    kind: 'label',
    at,
    text,
    sizeMm,
    colour,
    halo: PAPER,
    haloMm,
    weight,
    ...(trackingMm > 0 ? { trackingMm } : {}),
    ...(turnDegrees === 0 ? {} : { turnDegrees }),
  };
}

/** Paper between two words: the line that a name runs along would look like a hyphen there. */
export function gapMark([ax, ay]: Xy, [bx, by]: Xy, { sizeMm }: LabelLook): LineMark {
  const stroke = { colour: PAPER, opacity: 1, widthMm: GAP_EMS * sizeMm };
  return { kind: 'line', paths: [Float64Array.of(ax, ay, bx, by)], stroke };
}

/** Height of the paper between two words. */
const GAP_EMS = 0.55;

/** Height of a capital with the accent above it and the tail below. */
const CAPITAL_EMS = 0.95;
