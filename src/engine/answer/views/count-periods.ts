import type { ViewResult } from '../../../domain/answer-view.ts';
import type { Value } from '../../../domain/feature.ts';

type Time = Extract<ViewResult, { kind: 'time' }>;

/**
 * How many values fall in each year or month, ascending. ISO dates have both; a year held as an integer, or a text that stops there,
 * has no month and counts as its year. What is neither is missing.
 */
export function countPeriods(
  values: readonly Value[],
  unit: 'year' | 'month',
): Pick<Time, 'periods' | 'missing'> {
  const byValue = new Map<Value, number>();
  for (const value of values) byValue.set(value, (byValue.get(value) ?? 0) + 1);
  const counts = new Map<string, number>();
  let missing = 0;
  for (const [value, count] of byValue) {
    const period = periodOf(value, unit);
    if (period === null) missing += count;
    else counts.set(period, (counts.get(period) ?? 0) + count);
  }
  const periods = [...counts].map(([period, count]) => ({ period, count }));
  return { periods: periods.sort((a, b) => (a.period < b.period ? -1 : 1)), missing };
}

function periodOf(value: Value, unit: 'year' | 'month'): string | null {
  if (typeof value === 'boolean') return null;
  const text = String(value);
  if (YEAR.test(text)) return text;
  if (!MONTH.test(text)) return null;
  return text.slice(0, unit === 'year' ? 'YYYY'.length : 'YYYY-MM'.length);
}

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])(-|$)/;
