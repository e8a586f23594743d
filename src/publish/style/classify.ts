import { ckmeans } from 'simple-statistics';

/** How the limits between classes are found. */
export const CLASS_METHODS = ['quantiles', 'jenks', 'equal'] as const;

/** One of `CLASS_METHODS`. */
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** Ranges of numbers: class `i` holds the values from `breaks[i]` on that are less than `breaks[i + 1]`. */
export interface Classes {
  /** Lower limit of each class, ascending; the first is at or below every value. */
  breaks: number[];
  /** How many values each class holds. */
  counts: number[];
  /** The largest value. */
  max: number;
}

/**
 * At most `count` classes of the numbers among `values`; null when there is none. Quantiles hold as many values each as
 * ties allow, Jenks are the classes of least variance (`ckmeans`, exact), equal ones are as wide as one another. Equal
 * values are never parted, so that there are fewer classes where there are fewer distinct values. Limits are the
 * roundest numbers that put no value in another class; those of equal intervals move by a twentieth of a class at most.
 * Jenks costs 2.5 s for 300 000 values.
 */
export function classify(
  values: readonly unknown[],
  method: ClassMethod,
  count: number,
): Classes | null {
  const sorted = Float64Array.from(
    values.filter((value) => typeof value === 'number' && Number.isFinite(value)),
  ).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const [min, max] = [distinct[0], distinct.at(-1)];
  if (min === undefined || max === undefined) return null;
  const few = distinct.length <= count;
  const limits = few ? Array.from(distinct) : LIMITS[method](sorted, count);
  const isEqual = method === 'equal' && !few;
  const reach = isEqual ? (max - min) / count / 20 : Number.POSITIVE_INFINITY;
  const breaks = [...new Set(limits)].map((limit) => roundLimit(limit, sorted, reach));
  return { breaks, counts: countsOf(sorted, breaks), max };
}

const LIMITS: Record<ClassMethod, (sorted: Float64Array, count: number) => number[]> = {
  quantiles: (sorted, count) =>
    Array.from({ length: count }, (_, i) => sorted[Math.ceil((i * sorted.length) / count)] ?? 0),
  jenks: (sorted, count) =>
    ckmeans(Array.from(sorted), count).map((cluster) => cluster[0] as number),
  equal(sorted, count) {
    const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
    return Array.from({ length: count }, (_, i) => min + (i * (max - min)) / count);
  },
};

/** The roundest number near `limit` that parts the values as it does, no further away than `reach`. */
function roundLimit(limit: number, sorted: Float64Array, reach: number): number {
  const at = firstFrom(sorted, limit);
  const above = sorted[at] ?? limit;
  const below = sorted[at - 1] ?? lowest(sorted);
  const lower = Math.max(below, limit - reach);
  const upper = Math.min(above, limit + reach);
  const magnitude = Math.ceil(Math.log10(Math.max(Math.abs(limit), upper - lower, 1e-12)));
  for (let power = magnitude; power > magnitude - MAX_DIGITS; power--) {
    for (const factor of [1, 0.5, 0.2]) {
      const rounded = nearestMultiple(limit, factor * 10 ** power, lower, upper);
      if (rounded !== null) return rounded;
    }
  }
  return limit;
}

/** Digits that are tried before a limit stays as it is. */
const MAX_DIGITS = 15;

/** The multiple of `step` nearest to `limit` that is above `lower` and not above `upper`. */
function nearestMultiple(limit: number, step: number, lower: number, upper: number): number | null {
  const candidates = [Math.round, Math.floor, Math.ceil].map((round) =>
    Number((round(limit / step) * step).toPrecision(MAX_DIGITS)),
  );
  const found = candidates.find((candidate) => candidate > lower && candidate <= upper);
  return found === undefined ? null : found + 0;
}

/** How far below the smallest value the first class may begin: a fiftieth of the span. */
function lowest(sorted: Float64Array): number {
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  const room = (max - min) / 50 || Math.abs(min) / 50 || 1;
  return min >= 0 ? Math.max(min - room, -Number.MIN_VALUE) : min - room;
}

function countsOf(sorted: Float64Array, breaks: number[]): number[] {
  const starts = breaks.map((limit) => firstFrom(sorted, limit));
  return starts.map((start, i) => (starts[i + 1] ?? sorted.length) - start);
}

/** Index of the first value that is not less than `limit`. */
function firstFrom(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
