import { dotOutline } from '../../plan/dot-outline.ts';
import {
  type AreaMark,
  BASELINE_EMS,
  type DotMark,
  type LabelMark,
  type PlanMark,
  type PlanStroke,
} from '../../plan/plan.ts';
import { printableText } from '../wrap-text.ts';
import { drawHalo } from './draw-halo.ts';
import { createHatches, type Hatches } from './hatch-patterns.ts';

/**
 * Draws marks in the current space of a document, whose unit is the millimetre and whose y runs down. Coordinates are written to
 * the hundredth of a millimetre, so that a length is true to ± 0.01 mm. About 2 s for a million vertices.
 */
export function drawMarks(document: PDFKit.PDFDocument, marks: readonly PlanMark[]): void {
  const hatches = createHatches(document);
  for (const mark of marks) {
    if (mark.kind === 'area') drawArea(document, mark, hatches);
    else if (mark.kind === 'line') strokePaths(document, pathOf(mark.paths, false), mark.stroke);
    else if (mark.kind === 'dot') drawDot(document, mark);
    else drawLabel(document, mark);
  }
}

function drawArea(
  document: PDFKit.PDFDocument,
  { rings, fill, hatch, stroke }: AreaMark,
  hatches: Hatches,
): void {
  const path = pathOf(rings, true);
  if (fill) {
    document.fillColor(fill.colour).fillOpacity(fill.opacity);
    document.addContent(`${path}f*`);
  }
  if (hatch) {
    document.fillColor([hatches(hatch), hatch.colour]).fillOpacity(hatch.opacity);
    document.addContent(`${path}f*`);
  }
  if (stroke) strokePaths(document, path, stroke);
}

function drawDot(document: PDFKit.PDFDocument, mark: DotMark): void {
  const { at, radiusMm, fill, stroke } = mark;
  const outline = dotOutline(mark);
  const path = outline ? pathOf([outline], true) : circle(at[0], at[1], radiusMm);
  if (fill) {
    document.fillColor(fill.colour).fillOpacity(fill.opacity);
    document.addContent(`${path}f`);
  }
  if (stroke) strokePaths(document, path, stroke);
}

function strokePaths(document: PDFKit.PDFDocument, path: string, stroke: PlanStroke): void {
  const { colour, opacity, widthMm, dashMm } = stroke;
  document.strokeColor(colour).strokeOpacity(opacity);
  const dash = dashMm ? dashMm.map(hundredths).join(' ') : '';
  const ends = dashMm ? 0 : 1;
  document.addContent(`${thousandths(widthMm)} w ${ends} J 1 j [${dash}] 0 d\n${path}S`);
}

/** Text is text, so that it is found and copied; its halo is made of outlines, which are not read twice. */
function drawLabel(document: PDFKit.PDFDocument, mark: LabelMark): void {
  const { at, sizeMm, colour, halo, haloMm, weight, trackingMm = 0, turnDegrees = 0 } = mark;
  const text = printableText(mark.text);
  document.font(weight).fontSize(sizeMm);
  const left = -document.widthOfString(text, { characterSpacing: trackingMm }) / 2;
  const baseline = BASELINE_EMS * sizeMm;
  document.save();
  document.translate(at[0], at[1]);
  if (turnDegrees) document.rotate(turnDegrees);
  if (halo) {
    const widthMm = haloMm ?? HALO_EM * sizeMm;
    drawHalo(document, text, { x: left, y: baseline, sizeMm, colour: halo, widthMm, trackingMm });
  }
  document.fillColor(colour).fillOpacity(1).text(text, left, baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: trackingMm,
  });
  document.restore();
}

function pathOf(paths: readonly Float64Array[], isClosed: boolean): string {
  let path = '';
  for (const points of paths) {
    let lastX = '';
    let lastY = '';
    for (let i = 0; i + 1 < points.length; i += 2) {
      const x = hundredths(points[i] as number);
      const y = hundredths(points[i + 1] as number);
      if (i === 0) path += `${x} ${y} m\n`;
      else if (x !== lastX || y !== lastY || i + 3 >= points.length) path += `${x} ${y} l\n`;
      lastX = x;
      lastY = y;
    }
    if (isClosed && points.length > 0) path += 'h\n';
  }
  return path;
}

function circle(x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) =>
    `${thousandths(x + dx * radius)} ${thousandths(y + dy * radius)}`;
  const k = CIRCLE;
  return (
    `${at(1, 0)} m\n${at(1, k)} ${at(k, 1)} ${at(0, 1)} c\n${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)} c\n` +
    `${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)} c\n${at(k, -1)} ${at(1, -k)} ${at(1, 0)} c\nh\n`
  );
}

const hundredths = (value: number) => String(Math.round(value * 100) / 100);
const thousandths = (value: number) => String(Math.round(value * 1000) / 1000);

/** Handles of the four cubic curves that make a circle, in radii. */
const CIRCLE = 0.5523;
/** Width of a halo on each side that has none of its own, in heights of the type. */
const HALO_EM = 0.11;
