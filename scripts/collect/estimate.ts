import type { TallyCount } from './tally.ts';

/** How long a run will still take. */
export interface Estimate {
  /** Milliseconds until all that is known of has come, at the pace until now; null while that is not worth telling. */
  remaining(count: Pick<TallyCount, 'share'>): number | null;
}

/** An estimate that begins now. */
export function createEstimate(now: () => number = () => performance.now()): Estimate {
  const begun = now();
  return {
    remaining({ share }) {
      const elapsed = now() - begun;
      if (elapsed < MIN_ELAPSED_MS || share < MIN_SHARE || share >= 1) return null;
      return (elapsed * (1 - share)) / share;
    },
  };
}

const MIN_ELAPSED_MS = 5_000;
const MIN_SHARE = 0.02;
