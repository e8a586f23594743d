import * as Plot from '@observablehq/plot';
import { formatPeriod } from '../strings/charts.ts';
import { formatNumber } from '../strings/format.ts';
import {
  fillPeriods,
  isPeriodPicked,
  isRangePicked,
  isValuePicked,
  periodPick,
  rangePick,
  toggleValue,
} from './chart-pick.ts';
import type { Axis, ChartPick, ChartSpec } from './chart-spec.ts';

/** A chart that was drawn, and what a reader's pointer means on it. Pixels count from its upper left corner. */
export interface DrawnChart {
  svg: SVGElement;
  /** Box of what can be picked. */
  area: { left: number; top: number; right: number; bottom: number };
  /** Whether a range is picked by dragging along x; otherwise one bar by a click. */
  canBrush: boolean;
  /** What a drag from one position to another picks, or a click, whose two ends are one. */
  pickAt(from: { x: number; y: number }, to: { x: number; y: number }): ChartPick;
}

/** Draws a chart `width` pixels wide, what is not picked paler. The figure has no style element of its own: `charts.css` has its rules. */
export function drawChart(spec: ChartSpec, width: number, picked: ChartPick): DrawnChart {
  const plot = Plot.plot({
    ...SHARED,
    width,
    ...optionsOf(spec, width, picked),
  });
  const svg = plot as unknown as SVGElement;
  for (const style of svg.querySelectorAll('style')) style.remove();
  const [x, y] = [plot.scale('x'), plot.scale('y')];
  const [left = 0, right = width] = [...((x?.range ?? []) as number[])].sort((a, b) => a - b);
  const [top = 0, bottom = 0] = [...((y?.range ?? []) as number[])].sort((a, b) => a - b);
  return {
    svg,
    area: { left, top, right, bottom },
    canBrush: spec.kind !== 'bars',
    pickAt: (from, to) => {
      if (spec.kind === 'bars') {
        const bar = spec.bars[indexAt(to.y, top, bottom, spec.bars.length)];
        return bar ? toggleValue(picked, bar.value) : picked;
      }
      const clamp = (px: number) => Math.min(Math.max(px, left), right);
      if (spec.kind === 'time') {
        const periods = fillPeriods(spec.periods);
        const at = (px: number) => periods[indexAt(clamp(px), left, right, periods.length)]?.period;
        const [one, two] = [at(from.x), at(to.x)];
        if (one === undefined || two === undefined) return picked;
        return periodPick(one, two);
      }
      const at = (px: number) => Number(x?.invert?.(clamp(px)));
      return rangePick(spec, at(from.x), at(to.x));
    },
  };
}

/** Height of a chart in pixels, known before it is drawn so that nothing jumps. */
function chartHeight(spec: ChartSpec): number {
  return spec.kind === 'bars' ? spec.bars.length * BAR_STEP_PX + 34 : 200;
}

const BAR_STEP_PX = 24;

const SHARED = {
  className: 'chart-plot',
  marginTop: 22,
  marginBottom: 34,
  marginLeft: 48,
  marginRight: 16,
  style: { background: 'transparent', color: 'inherit', fontFamily: 'inherit', fontSize: '12px' },
};

const FILL = 'var(--canal)';
const PALE = 0.25;

function optionsOf(spec: ChartSpec, width: number, picked: ChartPick): Plot.PlotOptions {
  const height = chartHeight(spec);
  switch (spec.kind) {
    case 'bars':
      return { ...barOptions(spec, width, picked), height };
    case 'histogram':
      return {
        height,
        x: valueAxis(spec.x),
        y: countAxis(spec.count),
        marks: [
          Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
          Plot.rectY(spec.bins, {
            x1: 'from',
            x2: 'to',
            y: 'count',
            fill: FILL,
            fillOpacity: ({ from, to }) => (isRangePicked(picked, from, to) ? 1 : PALE),
            inset: 0.5,
          }),
          Plot.ruleY([0]),
        ],
      };
    case 'points':
      return {
        height,
        x: valueAxis(spec.x),
        y: { ...countAxis(spec.y), zero: false },
        marks: [
          Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
          Plot.dot(spec.points, {
            x: 'x',
            y: 'y',
            r: 2.5,
            stroke: FILL,
            fill: FILL,
            fillOpacity: 0.4,
            opacity: ({ x }) => (isRangePicked(picked, x, x) ? 1 : PALE),
          }),
        ],
      };
    case 'cells':
      return {
        height,
        x: valueAxis(spec.x),
        y: { ...countAxis(spec.y), zero: false },
        opacity: { type: 'sqrt', range: [0.12, 1] },
        marks: [
          Plot.rect(spec.cells, {
            x1: 'x0',
            x2: 'x1',
            y1: 'y0',
            y2: 'y1',
            fill: FILL,
            fillOpacity: 'count',
            strokeOpacity: 1,
            stroke: (cell) => (picked && isRangePicked(picked, cell.x0, cell.x1) ? FILL : 'none'),
          }),
        ],
      };
    case 'time':
      return { height, ...timeOptions(spec, width, picked) };
  }
}

function barOptions(
  spec: Extract<ChartSpec, { kind: 'bars' }>,
  width: number,
  picked: ChartPick,
): Plot.PlotOptions {
  const names = Math.min(width * 0.42, 190);
  const letters = Math.floor(names / 6.4);
  const short = (i: number) => {
    const label = spec.bars[i]?.label ?? '';
    return label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
  };
  return {
    marginLeft: names,
    marginRight: 64,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, zero: true },
    y: { type: 'band', domain: spec.bars.map((_, i) => i), padding: 0.22 },
    marks: [
      Plot.axisY({ tickFormat: short, tickSize: 0, label: null }),
      Plot.barX(spec.bars, {
        x: 'amount',
        y: (_, i) => i,
        fill: FILL,
        fillOpacity: ({ value }) => (isValuePicked(picked, value) ? 1 : PALE),
      }),
      Plot.text(spec.bars, {
        x: 'amount',
        y: (_, i) => i,
        text: ({ amount }) => spec.amount.format(amount),
        textAnchor: 'start',
        dx: 5,
      }),
    ],
  };
}

function timeOptions(
  spec: Extract<ChartSpec, { kind: 'time' }>,
  width: number,
  picked: ChartPick,
): Plot.PlotOptions {
  const periods = fillPeriods(spec.periods);
  const every = Math.max(1, Math.ceil(periods.length / (width / 76)));
  return {
    x: {
      type: 'band',
      domain: periods.map(({ period }) => period),
      padding: 0.15,
      ticks: periods.filter((_, i) => i % every === 0).map(({ period }) => period),
      tickFormat: formatPeriod,
      label: spec.title,
      labelAnchor: 'right',
      labelArrow: 'none',
    },
    y: countAxis(spec.amount),
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.barY(periods, {
        x: 'period',
        y: 'amount',
        fill: FILL,
        fillOpacity: ({ period }) => (isPeriodPicked(picked, period) ? 1 : PALE),
      }),
      Plot.ruleY([0]),
    ],
  };
}

const valueAxis = (axis: Axis): Plot.ScaleOptions => ({
  label: axis.title,
  labelAnchor: 'right',
  labelArrow: 'none',
  ticks: 5,
  tickFormat: (value: number) => axis.format(value),
});

const countAxis = (axis: Axis): Plot.ScaleOptions => ({
  label: axis.title,
  labelAnchor: 'top',
  labelArrow: 'none',
  ticks: 4,
  tickFormat: (value: number) =>
    Number.isInteger(value) ? formatNumber(value, 0) : axis.format(value),
  zero: true,
});

/** Which of `count` equal parts between two pixels a pixel lies in. */
function indexAt(px: number, start: number, end: number, count: number): number {
  const index = Math.floor(((px - start) / (end - start)) * count);
  return Math.min(Math.max(index, 0), count - 1);
}
