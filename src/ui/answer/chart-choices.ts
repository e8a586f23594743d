import type { Bin, ViewQuery, ViewResult } from '../../domain/answer-view.ts';
import type { ChartChoice, ColumnFilter } from '../../state/answer-view-actions.ts';
import type { Axis, ChartPick, ChartSpec } from '../charts/chart-spec.ts';
import { answerView } from '../strings/answer-view.ts';
import { formatNumber } from '../strings/format.ts';
import type { TableColumn } from '../table/table-columns.ts';

/** The chart that suits a column: a histogram of numbers, time for dates, bars for all else. */
export function chartFor({ name, filter }: TableColumn): ChartChoice {
  const kind = filter === 'range' ? 'histogram' : filter === 'period' ? 'time' : 'bars';
  return { kind, column: name };
}

/** What a chart asks of the engine. */
export function chartQuery(chart: ChartChoice): ViewQuery {
  switch (chart.kind) {
    case 'bars':
      return { kind: 'groups', column: chart.column, sums: [] };
    case 'histogram':
      return { kind: 'histogram', column: chart.column, bins: BINS };
    case 'time':
      return { kind: 'time', column: chart.column, unit: 'year' };
    case 'scatter':
      return { kind: 'scatter', x: chart.x, y: chart.y, cells: CELLS };
  }
}

/** What is drawn of what the engine gave; `y` is the second column of a scatter. `noun` is that of many features. */
export function chartSpec(
  result: ViewResult,
  x: TableColumn,
  y: TableColumn | undefined,
  noun: string,
): ChartSpec | null {
  const count: Axis = { title: noun, format: (value) => formatNumber(value, 0) };
  switch (result.kind) {
    case 'sums':
      return null;
    case 'groups':
      return {
        kind: 'bars',
        category: x.label,
        amount: count,
        bars: result.groups.slice(0, BARS).map((group) => ({
          value: group.value,
          label: valueLabel(group.value, x),
          amount: group.count,
        })),
      };
    case 'histogram':
      return { kind: 'histogram', x: axisOf(x), count, bins: scaledBins(result.bins, scaleOf(x)) };
    case 'time':
      return {
        kind: 'time',
        title: x.label,
        amount: count,
        periods: result.periods.map(({ period, count: amount }) => ({ period, amount })),
      };
    case 'scatter': {
      const [kx, ky] = [scaleOf(x), scaleOf(y ?? x)];
      const axes = { x: axisOf(x), y: axisOf(y ?? x) };
      if (!result.cells) return { kind: 'points', ...axes, points: scaledPoints(result, kx, ky) };
      const cells = result.cells.map(({ x0, x1, y0, y1, count }) => ({
        x0: x0 * kx,
        x1: x1 * kx,
        y0: y0 * ky,
        y1: y1 * ky,
        count,
      }));
      return { kind: 'cells', ...axes, cells };
    }
  }
}

/** What a chart does not show of what it was given, in a sentence; null when it shows all. */
export function chartGap(result: ViewResult): string | null {
  const parts: string[] = [];
  if (result.kind === 'groups' && result.groups.length > BARS) {
    parts.push(answerView.groupsShown(BARS, result.groups.length));
  }
  if (result.kind === 'scatter' && result.cells) parts.push(answerView.inCells(result.count));
  if ('missing' in result && result.missing > 0) parts.push(answerView.missing(result.missing));
  return parts.length > 0 ? parts.join(' ') : null;
}

/** The filter that a pick makes of a column; null for no pick. */
export function pickToFilter(pick: ChartPick, of: TableColumn): ColumnFilter | null {
  const { name: column } = of;
  const scale = scaleOf(of);
  switch (pick?.kind) {
    case 'values':
      return { kind: 'among', column, values: pick.values };
    case 'range':
      return { kind: 'range', column, min: pick.min / scale, max: pick.max / scale };
    case 'period':
      return { kind: 'period', column, from: `${pick.from}-01-01`, to: `${pick.to}-12-31` };
    default:
      return null;
  }
}

/** What a filter is on a chart of years; a range that is open on a side reaches beyond the chart. */
export function filterToPick(filter: ColumnFilter | undefined, of: TableColumn): ChartPick {
  const scale = scaleOf(of);
  switch (filter?.kind) {
    case 'among':
      return { kind: 'values', values: filter.values };
    case 'range':
      return {
        kind: 'range',
        min: (filter.min ?? -Infinity) * scale,
        max: (filter.max ?? Infinity) * scale,
      };
    case 'period':
      return {
        kind: 'period',
        from: (filter.from ?? '0000').slice(0, 4),
        to: (filter.to ?? '9999').slice(0, 4),
      };
    default:
      return null;
  }
}

/** Shares are shown and picked as percentages. */
const scaleOf = ({ isShare }: TableColumn): number => (isShare ? 100 : 1);

const scaledBins = (bins: Bin[], scale: number): Bin[] =>
  bins.map(({ from, to, count }) => ({ from: from * scale, to: to * scale, count }));

function scaledPoints(
  { points }: Extract<ViewResult, { kind: 'scatter' }>,
  kx: number,
  ky: number,
) {
  return (points ?? []).map(({ row, x, y }) => ({
    id: String(row),
    label: `${answerView.row} ${formatNumber(row, 0)}`,
    x: x * kx,
    y: y * ky,
  }));
}

function valueLabel(value: string | number | boolean | null, { format }: TableColumn): string {
  return value === null || value === '' ? answerView.empty : format(value);
}

/** Ticks say the number as short as it is; the unit stands in the title. */
function axisOf({ label, isYear }: TableColumn): Axis {
  return {
    title: label,
    format: (value) => (isYear ? String(value) : formatNumber(value, 1)),
  };
}

const BINS = 24;
const CELLS = 32;

/** Bars that a chart of values shows; it says how many there are. */
const BARS = 20;
