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
  /** Area (m²) or length (m) of the feature explained that it covers; null where there is none or none is asked. */
  overlap: number | null;
}

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
  /** The value met: of the attribute, of the area or length (m², m), the distance (m), time (min) or share (0 to 1). */
  value: Value;
  unit: 'm²' | 'm' | 'min' | 'share' | null;
  /** The layer that the value comes from, null for a drawn shape; its version and the date of its data. */
  layer: string | null;
  version: string | null;
  date: string | null;
  /** Those of the related layer that count most, nearest or largest first, and how many there are in all. */
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
