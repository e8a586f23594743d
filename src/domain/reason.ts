import type { Value } from './feature.ts';
import type { Condition } from './question.ts';

/** A feature that a relation was met with, or failed by. */
export interface RelatedFeature {
  /** Row in its layer's file; null for a drawn shape. */
  row: number | null;
  key: string;
  title: string;
  /** Planar distance in metres in the territory's metric CRS; 0 when they meet. */
  distance: number;
  /** Minutes away over the network, of a condition on travel. */
  minutes?: number;
  /** Area (m²) or length (m) of the feature explained that it covers; null where there is none or none is asked. */
  overlap: number | null;
}

/** Related features that a reason names. */
export const MAX_RELATED = 5;

/** Why one condition of a question holds, or does not, for one feature. */
export interface Reason {
  /** Where the condition stands in the question: `where.conditions.1`; see `question-invalid`. */
  path: string;
  /** A condition that holds no other. */
  condition: Condition;
  /** Whether the feature meets it, before any negation around it. */
  isMet: boolean;
  /** Whether it stands under an odd number of negations: then the question wants it unmet. */
  isNegated: boolean;
  /**
   * The value met: of the attribute, of the area or length (m², m), the distance to the nearest (m), the time to it (min), be they
   * beyond the limit or not, or the share covered (0 to 1); null where there is none, and for a predicate.
   */
  value: Value;
  unit: 'm²' | 'm' | 'min' | 'share' | null;
  /** The layer that the value comes from, null for a drawn shape; its version and the date of its data. */
  layer: string | null;
  version: string | null;
  date: string | null;
  /**
   * Of the features that the condition counts, those that meet it one by one (of a share: that cover some), nearest or largest
   * first, at most `MAX_RELATED`; `relatedCount` says how many there are in all. Where none does: the nearest alone, if there is
   * one, however far, and a count of 0.
   */
  related: RelatedFeature[];
  relatedCount: number;
}

/** Why a feature is in an answer. */
export interface Explanation {
  layer: string;
  row: number;
  key: string;
  title: string;
  /** One entry a leaf condition, in reading order. */
  reasons: Reason[];
}
