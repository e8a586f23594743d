import type { Bin } from './answer-view.ts';
import { partOf, roundLimits } from './round-limits.ts';

/**
 * How numbers spread over at most `bins` parts of equal width with round limits (see `roundLimits`), empty parts included; each
 * number is in one part, and null is counted as missing. No part where there is no number.
 */
export function histogram(
  values: readonly (number | null)[],
  bins: number,
  isInteger: boolean,
): { bins: Bin[]; missing: number } {
  let [min, max, missing] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (value === null) missing++;
    else {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  if (missing === values.length) return { bins: [], missing };
  const limits = roundLimits(min, max, bins, isInteger);
  const parts = limits.slice(1).map((to, i): Bin => ({ from: limits[i] as number, to, count: 0 }));
  for (const value of values) {
    if (value !== null) (parts[partOf(value, limits)] as Bin).count++;
  }
  return { bins: parts, missing };
}
