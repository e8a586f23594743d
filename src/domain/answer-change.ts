import type { AnswerGroup, MeasureColumn } from './answer.ts';
import type { MetricCrs } from './crs.ts';

/** The figures of a question answered over some versions of its layers. */
export interface AnswerFigures {
  /** Layer id → version of the file that was read. */
  versions: Record<string, string>;
  /** Layer id → date of the data, `YYYY-MM-DD`. */
  dates: Record<string, string>;
  count: number;
  /** Features of the target layer that were looked at. */
  outOf: number;
  /** Sum of areas (m²) or lengths (m) of the features found; null for points. */
  total: number | null;
  groups: AnswerGroup[];
}

/** A feature that only one of two answers has. */
export interface ChangedRow {
  /** Row in its own version's file. */
  row: number;
  key: string;
  title: string;
  /** Area (m²) or length (m); null for points. */
  size: number | null;
}

/** A feature that both answers have, and of which a measure differs by more than 0.01 (m², m, minutes or share). */
export interface RemeasuredRow {
  key: string;
  title: string;
  /** Row in the file of each version. */
  rowBefore: number;
  rowNow: number;
  /** The measures of `measures`, in their order; null where there is none. */
  before: (number | null)[];
  now: (number | null)[];
}

/** One question answered twice: over earlier versions of some layers, and over those that are served. Features are told by their keys. */
export interface AnswerChange {
  /** CRS that every measure was made in. */
  crs: MetricCrs;
  before: AnswerFigures;
  now: AnswerFigures;
  /** Every feature that only the earlier answer has, and every one that only the present answer has; in the order of their files. */
  onlyBefore: ChangedRow[];
  onlyNow: ChangedRow[];
  measures: MeasureColumn[];
  /** Every feature whose measures differ. */
  remeasured: RemeasuredRow[];
  /**
   * True when the key of the target layer only numbers the rows of each version, so that features cannot be told again: then
   * the lists are empty and the figures alone hold.
   */
  isUnpaired: boolean;
}
