import { INK } from '../../src/domain/style/colour.ts';
import type { PlanFrame, PlanMark } from '../../src/plan/plan.ts';
import { scaleBar } from '../../src/plan/scale-bar.ts';
import { formatLength } from '../../src/ui/strings/format.ts';

/** A scale bar in the lower left corner of a map, on a ground of its own: true at whatever size the map is shown. */
export function scaleBarMarks({ scale, heightMm }: PlanFrame): PlanMark[] {
  const { metres, millimetres } = scaleBar(scale, LONGEST_MM);
  const [left, y, right] = [MARGIN_MM, heightMm - MARGIN_MM, MARGIN_MM + millimetres];
  const [west, east, top, bottom] = [left - 1.5, right + 1.5, y - 5, y + 1.5];
  return [
    {
      kind: 'area',
      rings: [Float64Array.of(west, top, east, top, east, bottom, west, bottom, west, top)],
      fill: { colour: '#ffffff', opacity: 0.9 },
    },
    {
      kind: 'line',
      paths: [Float64Array.of(left, y - 1.2, left, y, right, y, right, y - 1.2)],
      stroke: { colour: INK, opacity: 1, widthMm: 0.35 },
    },
    {
      kind: 'label',
      at: [(left + right) / 2, y - 2.6],
      text: formatLength(metres),
      sizeMm: 2.6,
      colour: INK,
      weight: 'regular',
    },
  ];
}

const LONGEST_MM = 24;
const MARGIN_MM = 3;
