import { nationalCrs } from '../domain/crs.ts';
import type { Xy } from '../domain/units.ts';
import { projectPosition, unprojectPosition } from '../geo/project.ts';
import { frameGround } from '../plan/frame.ts';
import type { PlanFrame, PlanMark } from '../plan/plan.ts';
import { INK } from './ink.ts';

/** Where a line of round easting or northing of the legal system meets an edge of a frame. */
export interface GridTick {
  edge: 'top' | 'bottom' | 'left' | 'right';
  /** Millimetres along the edge from its left or top end. */
  at: number;
  /** Metres of the legal system: easting on the top and bottom edges, northing on the others. */
  value: number;
}

/**
 * The ticks of the legal system (Lambert-93 in mainland France) around a frame: of the round step (1, 2 or 5 times a power of ten metres) that is at least
 * `STEP_MM` on paper. They are where the lines of the grid meet the edges, found to the micrometre.
 */
export function gridTicks(frame: PlanFrame): GridTick[] {
  const step = roundStep((STEP_MM * frame.scale) / 1000);
  const [minX, minY, maxX, maxY] = frameGround(frame);
  const { widthMm, heightMm } = frame;
  const along = (edge: GridTick['edge']): GridTick[] => {
    const isAcross = edge === 'top' || edge === 'bottom';
    const pointAt = (share: number): Xy =>
      isAcross
        ? [minX + share * (maxX - minX), edge === 'top' ? maxY : minY]
        : [edge === 'left' ? minX : maxX, maxY - share * (maxY - minY)];
    const valueAt = (share: number) => toGrid(pointAt(share), frame)[isAcross ? 0 : 1];
    const length = isAcross ? widthMm : heightMm;
    return roundValues(valueAt(0), valueAt(1), step).map((value) => ({
      edge,
      value,
      at: length * shareOf(value, valueAt),
    }));
  };
  return (['top', 'bottom', 'left', 'right'] as const).flatMap(along);
}

/** Ticks drawn out of the frame, with their kilometres, but near its corners. */
export function tickMarks(frame: PlanFrame, sizeMm: number): PlanMark[] {
  const { widthMm, heightMm } = frame;
  return gridTicks(frame).flatMap(({ edge, at, value }): PlanMark[] => {
    const isAcross = edge === 'top' || edge === 'bottom';
    const out = edge === 'top' || edge === 'left' ? -1 : 1;
    const base = out < 0 ? 0 : isAcross ? heightMm : widthMm;
    const place = (off: number): Xy => (isAcross ? [at, base + out * off] : [base + out * off, at]);
    const line: PlanMark = {
      kind: 'line',
      paths: [Float64Array.of(...place(0), ...place(TICK_MM))],
      stroke: { colour: INK, opacity: 1, widthMm: 0.2 },
    };
    const room = 3.2 * sizeMm;
    if (at < room || at > (isAcross ? widthMm : heightMm) - room) return [line];
    return [
      line,
      {
        kind: 'label',
        at: place(TICK_MM + 0.65 * sizeMm),
        text: kilometres(value),
        sizeMm,
        colour: INK,
        weight: 'regular',
        ...(!isAcross && { turnDegrees: -90 }),
      },
    ];
  });
}

/** `677,5` kilometres, with as many decimals as the metres need. */
function kilometres(metres: number): string {
  return (metres / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 3 });
}

function toGrid(point: Xy, { crs }: PlanFrame): Xy {
  const legal = nationalCrs(crs);
  return crs === legal ? point : projectPosition(unprojectPosition(point, crs), legal);
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10);
}

function roundValues(a: number, b: number, step: number): number[] {
  const [least, most] = a < b ? [a, b] : [b, a];
  const first = Math.ceil(least / step);
  const count = Math.max(0, Math.floor(most / step) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** Where along an edge, 0 to 1, a coordinate that only grows or only falls has a value. */
function shareOf(value: number, valueAt: (share: number) => number): number {
  let [low, high] = [0, 1];
  const isRising = valueAt(1) > valueAt(0);
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (valueAt(middle) < value === isRising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const STEP_MM = 40;
const TICK_MM = 1.2;
const BISECTIONS = 30;
