import type { Bin } from '../../domain/answer-view.ts';
import type { Value } from '../../domain/feature.ts';

/** How the values of an axis are said: its title with the unit in it, and one value as a reader sees it. */
export interface Axis {
  title: string;
  format(value: number): string;
}

/** A bar: a class and its number. */
export interface BarDatum {
  value: Value;
  label: string;
  amount: number;
}

/** What a chart shows. The table beside each says the same in words and numbers. */
export type ChartSpec =
  | { kind: 'bars'; category: string; amount: Axis; bars: BarDatum[] }
  /** Text laid over it tells how many rows have no value. */
  | { kind: 'histogram'; x: Axis; count: Axis; bins: Bin[] }
  | {
      kind: 'points';
      x: Axis;
      y: Axis;
      points: { id: string; label: string; x: number; y: number }[];
    }
  | {
      kind: 'cells';
      x: Axis;
      y: Axis;
      cells: { x0: number; x1: number; y0: number; y1: number; count: number }[];
    }
  /** `periods` are ISO: `2024` or `2024-03`. */
  | { kind: 'time'; title: string; amount: Axis; periods: { period: string; amount: number }[] };

/** What a reader picks on a chart, to keep those rows alone; null lets all in again. */
export type ChartPick =
  | { kind: 'values'; values: Value[] }
  | { kind: 'range'; min: number; max: number }
  | { kind: 'period'; from: string; to: string }
  | null;
