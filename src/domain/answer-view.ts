import type { Value } from './feature.ts';
import type { Extent } from './units.ts';

/**
 * What a reader keeps of an answer while looking at it; several hold together. Columns are fields of the layer or measure
 * columns of the answer.
 */
export type RowFilter =
  /** From `min` to `max`, both included; null leaves that side open. Numbers and measures. */
  | { kind: 'range'; column: string; min: number | null; max: number | null }
  /** ISO days, both included; null leaves that side open. */
  | { kind: 'period'; column: string; from: string | null; to: string | null }
  /** One of the values; null stands for an empty one. */
  | { kind: 'among'; column: string; values: Value[] }
  /** Holds the text, accents and case folded. */
  | { kind: 'text'; column: string; text: string }
  /** The box of the feature meets this one, in degrees: what the map has in view. */
  | { kind: 'extent'; extent: Extent };

/** What can be drawn or summed of the rows that filters keep. */
export type ViewQuery =
  | { kind: 'sums'; columns: string[] }
  | { kind: 'groups'; column: string; sums: string[] }
  | { kind: 'histogram'; column: string; bins: number }
  /** `cells`: how many a side, when there are more rows than `MAX_POINTS`. */
  | { kind: 'scatter'; x: string; y: string; cells: number }
  | { kind: 'time'; column: string; unit: 'year' | 'month' };

/** Rows up to which a scatter gives each point; beyond, it counts them in cells, and says so by its kind. */
export const MAX_POINTS = 5000;

/** One part of a histogram: from `from`, included, to `to`, excluded but for the last. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** Rows of one value, with the sum of each column that was asked for. */
export interface ViewGroup {
  value: Value;
  count: number;
  sums: number[];
}

/** What a `ViewQuery` gives. `count` is how many rows the filters keep; `missing` those of them without a value. */
export type ViewResult =
  | {
      kind: 'sums';
      count: number;
      /** In the order that was asked; null where no row has a value. */
      sums: {
        column: string;
        sum: number | null;
        mean: number | null;
        median: number | null;
        min: number | null;
        max: number | null;
        missing: number;
      }[];
    }
  /** Most numerous first, the empty value last of its count. */
  | { kind: 'groups'; count: number; groups: ViewGroup[] }
  | { kind: 'histogram'; count: number; bins: Bin[]; missing: number }
  | {
      kind: 'scatter';
      count: number;
      /** One entry a row (`row` is its number in the layer's file); null beyond `MAX_POINTS`, where `cells` hold. */
      points: { row: number; x: number; y: number }[] | null;
      cells: { x0: number; x1: number; y0: number; y1: number; count: number }[] | null;
      missing: number;
    }
  /** By time, ascending; `period` is `2024` or `2024-03`. */
  | { kind: 'time'; count: number; periods: { period: string; count: number }[]; missing: number };
