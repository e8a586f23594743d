import type { Bin } from '../../domain/answer-view.ts';

/** The values that a slider runs over, and the bars on its track. */
export interface DistributionScale {
  min: number;
  max: number;
  /** A round number, at most a hundredth of the range. */
  step: number;
  /** Features by equal parts of the range. */
  bars: number[];
  /** Share (0 to 1) of the features with a value that are above `max`. */
  beyond: number;
}

/** Bars on the track of a slider. */
export const BAR_COUNT = 40;

/**
 * The scale for values that spread as `bins` say. Where a few are far above all others the range ends with the bin that holds the
 * last of nearly all (`MOST`), and `beyond` says how many are above; null where there is nothing to choose among.
 */
export function distributionScale(bins: Bin[]): DistributionScale | null {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || last.to <= first.from) return null;
  const most = endOfMost(bins, count);
  const isSkewed = most - first.from < (last.to - first.from) / 2;
  const end = isSkewed ? most : last.to;
  const step = roundStep((end - first.from) / 100);
  const min = Math.floor(first.from / step) * step;
  const max = Math.ceil(end / step) * step;
  const bars = Array.from({ length: BAR_COUNT }, () => 0);
  let beyond = 0;
  for (const bin of bins) {
    const middle = (bin.from + bin.to) / 2;
    if (middle > max) beyond += bin.count;
    else {
      const at = Math.min(BAR_COUNT - 1, Math.floor(((middle - min) / (max - min)) * BAR_COUNT));
      bars[at] = (bars[at] ?? 0) + bin.count;
    }
  }
  return { min, max, step, bars, beyond: beyond / Math.max(1, count) };
}

/** Share of the features that a slider reaches at least. */
const MOST = 0.97;

function endOfMost(bins: Bin[], count: number): number {
  let seen = 0;
  for (const bin of bins) {
    seen += bin.count;
    if (seen >= MOST * count) return bin.to;
  }
  return bins.at(-1)?.to ?? 0;
}

/** 1, 2 or 5 times a power of ten, at most `wanted`. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const digit = wanted / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}
