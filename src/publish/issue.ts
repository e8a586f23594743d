import type { LngLat } from '../domain/units.ts';

/**
 * What an issue does: an `error` stops the publication, a `warning` waits until somebody accepts it, a `notice` only
 * tells.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** The evidence of an issue: what was seen, what was wanted. Plain data: sentences are made of it. */
export type IssueFacts = Record<string, string | number | boolean | null>;

/** Something that a rule or a reader found in a table. */
export interface Finding {
  /** Id of the rule, for instance `geometry.invalid`: its severity and its sentences are found by it. */
  rule: string;
  /** Row of the table, from 0; null when it concerns the whole table. */
  row: number | null;
  /** Field concerned, as the source spells it. */
  field?: string;
  /** Where it lies on the map, degrees; null when that is not known. */
  place: LngLat | null;
  facts: IssueFacts;
}

/** A finding with all that a table, a map and a report need to show it. */
export interface Issue extends Finding {
  severity: Severity;
  /** Id of the layer. */
  layer: string;
  /** Value of the layer's key in that row, as text; null for the whole layer. */
  key: string | null;
  /** French sentence: what is wrong. */
  message: string;
  /** French sentence: what could be done; null when there is nothing to do. */
  repair: string | null;
}
