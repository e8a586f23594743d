import type { MetricCrs } from './crs.ts';

/** What a question being written would find: the figures alone, without the answer. */
export interface Preview {
  count: number;
  /** Features of the target layer. */
  outOf: number;
  /**
   * Sum of areas (m²) or lengths (m) of the features found, in `crs`; null for points, and for all features of a layer too large to
   * be read for it alone.
   */
  total: number | null;
  crs: MetricCrs;
  /**
   * When nothing is found: paths (`where.conditions.1`) of the conditions without which, each alone, something would be; none
   * when it takes more than one of them.
   */
  emptying: string[];
  elapsedMs: number;
}
