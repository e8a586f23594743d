import type { LabelMark, PlanMark } from '../plan/plan.ts';
import { scaleBar } from '../plan/scale-bar.ts';
import type { Block } from './flow-blocks.ts';
import { INK } from './ink.ts';
import { sheetStrings } from './strings.ts';

/** The scale bar and the arrow of the north as a block as wide as its column. */
export function scaleBlock(scale: number, width: number, sizeMm: number): Block {
  const heightMm = Math.max(11, 4 * sizeMm);
  const bar = scaleBar(scale, width - NORTH_MM - 4 * sizeMm);
  const marks = [
    ...barMarks(bar.metres, bar.millimetres, heightMm, sizeMm),
    ...northMarks(width - NORTH_MM / 2, heightMm, sizeMm),
  ];
  return {
    heightMm,
    spaceMm: 2,
    place: (x, y) => ({
      role: 'Figure',
      alt: sheetStrings.barAlt(sheetStrings.barLength(bar.metres)),
      drawings: [{ box: { x, y, width, height: heightMm }, marks, isOpen: true }],
    }),
  };
}

/** Four parts, every other one black, with the lengths at their ends, middle and start. */
function barMarks(metres: number, length: number, height: number, sizeMm: number): PlanMark[] {
  const y = height - BAR_MM;
  const part = length / PARTS;
  const boxes = Array.from({ length: PARTS }, (_, i): PlanMark => {
    const [left, right] = [i * part, (i + 1) * part];
    return {
      kind: 'area',
      rings: [Float64Array.of(left, y, right, y, right, y + BAR_MM, left, y + BAR_MM)],
      fill: { colour: i % 2 === 0 ? INK : '#ffffff', opacity: 1 },
      stroke: { colour: INK, opacity: 1, widthMm: 0.15 },
    };
  });
  const label = (x: number, text: string): LabelMark => ({
    kind: 'label',
    at: [x, y - 0.75 * sizeMm],
    text,
    sizeMm,
    colour: INK,
    weight: 'regular',
  });
  return [
    ...boxes,
    label(0.3 * sizeMm, '0'),
    label(length / 2, sheetStrings.barLength(metres / 2).replace(/\D+$/, '')),
    label(length, sheetStrings.barLength(metres)),
  ];
}

function northMarks(x: number, height: number, sizeMm: number): PlanMark[] {
  const top = sizeMm;
  const half = NORTH_MM / 4;
  const waist = height - (height - top) * 0.22;
  return [
    {
      kind: 'area',
      rings: [Float64Array.of(x, top, x, waist, x - half, height)],
      fill: { colour: INK, opacity: 1 },
    },
    {
      kind: 'area',
      rings: [Float64Array.of(x, top, x + half, height, x, waist)],
      fill: { colour: '#ffffff', opacity: 1 },
    },
    {
      kind: 'line',
      paths: [Float64Array.of(x, top, x + half, height, x, waist, x - half, height, x, top)],
      stroke: { colour: INK, opacity: 1, widthMm: 0.18 },
    },
    {
      kind: 'label',
      at: [x, top - 0.6 * sizeMm],
      text: sheetStrings.north,
      sizeMm,
      colour: INK,
      weight: 'bold',
    },
  ];
}

const PARTS = 4;
const BAR_MM = 1.4;
const NORTH_MM = 9;
