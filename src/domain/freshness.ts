import type { MaintenanceFrequency } from './layer.ts';

/**
 * Whether data are as fresh as they are meant to be: `fresh` until `due` (ISO date), `overdue` since, `open` when nothing
 * says when they should be refreshed.
 */
export type Freshness = { kind: 'fresh' | 'overdue'; due: string } | { kind: 'open' };

/** Freshness on the day `today` of data of the day `date`, refreshed at that frequency; dates are `YYYY-MM-DD`. */
export function freshnessOf(
  date: string,
  maintenance: MaintenanceFrequency | undefined,
  today: string,
): Freshness {
  const period = maintenance && PERIODS[maintenance];
  if (!period) return { kind: 'open' };
  const due = addPeriod(date, period);
  return { kind: due < today ? 'overdue' : 'fresh', due };
}

/** The period after which data of that frequency are late; those without one have no deadline. */
const PERIODS: Partial<Record<MaintenanceFrequency, { days?: number; months?: number }>> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  biannually: { months: 6 },
  annually: { months: 12 },
};

/** The same day of a later month, or the last one of that month: 31 January + 1 month = 28 February. */
function addPeriod(iso: string, { days = 0, months = 0 }: { days?: number; months?: number }) {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay) + days));
  return due.toISOString().slice(0, 10);
}
