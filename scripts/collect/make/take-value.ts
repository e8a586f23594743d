/**
 * How the values that several rows have in a field become one: the first, all different ones as `a | b`, whether one is true, their sum,
 * the least or greatest, how many rows there are, how many different values.
 */
export const TAKES = ['first', 'list', 'any', 'sum', 'min', 'max', 'count', 'distinct'] as const;

/** One of `TAKES`. */
export type Take = (typeof TAKES)[number];

/** What several values come to. Those that are null or empty count for nothing but `count`; null where none is left. */
export function takeValue(
  values: readonly unknown[],
  take: Take,
): string | number | boolean | null {
  if (take === 'count') return values.length;
  const known = values.filter(isKnown);
  if (known.length === 0) return null;
  switch (take) {
    case 'first':
      return known[0] as Known;
    case 'list':
      return [...new Set(known.map(String))].sort(compare).join(' | ');
    case 'any':
      return known.some((value) => value === true);
    case 'sum':
      return known.reduce<number>((sum, value) => sum + Number(value), 0);
    case 'min':
      return known.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    case 'max':
      return known.reduce((a, b) => (compare(b, a) > 0 ? b : a));
    case 'distinct':
      return new Set(known).size;
  }
}

type Known = string | number | boolean;

function isKnown(value: unknown): value is Known {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}

/** Numbers by size, texts by their signs: days as ISO text in their order. */
function compare(a: Known, b: Known): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
