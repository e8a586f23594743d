import type { MetricCrs } from './crs.ts';
import type { Question, RelationCondition } from './question.ts';
import type { Extent } from './units.ts';

/** A column of measures that an answer adds to the attributes of its rows. */
export interface MeasureColumn {
  /** Column name in the answer's rows: `area_m2`, `length_m`, `distance_1_m`, `minutes_1`, `overlap_1_m2`, `share_1`… */
  name: string;
  kind: 'area' | 'length' | 'distance' | 'time' | 'overlap' | 'share';
  /** `m²`, `m` or `min`; a share has none and runs from 0 to 1. */
  unit: 'm²' | 'm' | 'min' | null;
  /** The relation that the column measures, absent for the feature's own area or length. */
  relation?: RelationCondition;
}

/** One group of an answer: how many features, and the sum of their areas (m²) or lengths (m). */
export interface AnswerGroup {
  /** Value of the question's `groupBy` field; null for the features that have none. */
  value: string | number | boolean | null;
  count: number;
  total: number;
}

/**
 * What the engine answers: the figures, with which the map, the table and the exports fetch the features found.
 */
export interface Answer {
  id: string;
  question: Question;
  /** Layer id → version of the file that was read. */
  versions: Record<string, string>;
  count: number;
  /** Features of the target layer that were looked at. */
  outOf: number;
  /**
   * Layer id → features, of those that had to be read, whose geometry is unfit, so that they meet no relation and have no size.
   * Layers without any are absent.
   */
  faulty: Record<string, number>;
  /** Sum of areas (m²) or lengths (m) of the features found; null for points. */
  total: number | null;
  /** CRS that every measure was made in. */
  crs: MetricCrs;
  measures: MeasureColumn[];
  groups: AnswerGroup[];
  /** Box of the features found, degrees; null when there is none. */
  extent: Extent | null;
  /** Milliseconds spent answering, loading included. */
  elapsedMs: number;
}
