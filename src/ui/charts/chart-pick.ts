import type { Value } from '../../domain/feature.ts';
import type { ChartPick, ChartSpec } from './chart-spec.ts';

/** The pick after a bar was chosen: added to those picked, or taken off; null when none is left. */
export function toggleValue(picked: ChartPick, value: Value): ChartPick {
  const held = picked?.kind === 'values' ? picked.values : [];
  const values = held.includes(value) ? held.filter((other) => other !== value) : [...held, value];
  return values.length === 0 ? null : { kind: 'values', values };
}

/** Whether what a chart shows from `from` to `to` (both ends meet the pick) is kept; all is when nothing is picked. */
export function isRangePicked(picked: ChartPick, from: number, to: number): boolean {
  return picked?.kind !== 'range' || (to > picked.min && from < picked.max) || from === picked.min;
}

/** Whether a bar is kept; all are when nothing is picked. */
export function isValuePicked(picked: ChartPick, value: Value): boolean {
  return picked?.kind !== 'values' || picked.values.includes(value);
}

/** Whether a period is kept; all are when nothing is picked. */
export function isPeriodPicked(picked: ChartPick, period: string): boolean {
  return picked?.kind !== 'period' || (period >= picked.from && period <= picked.to);
}

/**
 * The range between two numbers of the axis, in either order: on a histogram, from the edge of a bin to the edge of one;
 * null for no width at all.
 */
export function rangePick(spec: ChartSpec, a: number, b: number): ChartPick {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (spec.kind !== 'histogram') {
    return low < high ? { kind: 'range', min: low, max: high } : null;
  }
  const end = spec.bins.length - 1;
  const met = spec.bins.filter(({ from, to }, i) => (to > low || i === end) && from <= high);
  const [first, last] = [met[0], met.at(-1)];
  return first && last ? { kind: 'range', min: first.from, max: last.to } : null;
}

/** The time between two periods, given in either order. */
export function periodPick(a: string, b: string): ChartPick {
  const [from, to] = [a, b].sort() as [string, string];
  return { kind: 'period', from, to };
}

/**
 * The periods of a chart with those between them that have none, so that time runs evenly. `periods` are all years or all
 * months, ascending.
 */
export function fillPeriods(
  periods: { period: string; amount: number }[],
): { period: string; amount: number }[] {
  const amounts = new Map(periods.map(({ period, amount }) => [period, amount]));
  const [first, last] = [periods[0]?.period, periods.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  const filled: { period: string; amount: number }[] = [];
  for (let period = first; period <= last && filled.length < MAX_PERIODS; period = next(period)) {
    filled.push({ period, amount: amounts.get(period) ?? 0 });
  }
  return filled.length < MAX_PERIODS ? filled : periods;
}

/** Periods that are filled in: beyond a century of months a wrong date is likelier than a long series. */
const MAX_PERIODS = 1200;

function next(period: string): string {
  const [year = 0, month] = period.split('-').map(Number);
  if (month === undefined) return String(year + 1).padStart(4, '0');
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
}
