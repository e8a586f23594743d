import type { Value } from './feature.ts';
import type { Scalar } from './question.ts';
import type { Shape } from './shape.ts';

/**
 * How a criterion measures a footprint:
 * - `size`: its own area in m², of no layer;
 * - `count`: features that meet it, borders included, or that are within `within` metres;
 * - `distinct`: different values of `field` among those;
 * - `area`, `length`: what of the union of the layer's features lies inside, in m² or m, so that what overlaps counts once;
 * - `sum`: of `field` over the features that meet it or are within `within` metres, each whole;
 * - `nearest`: metres to the nearest feature;
 * - `cut`: features that it leaves in more pieces than they were.
 */
export const MEASURES = [
  'size',
  'count',
  'distinct',
  'area',
  'length',
  'sum',
  'nearest',
  'cut',
] as const;

/** One thing that variants of a project are compared by; data of the territory. */
export interface Criterion {
  id: string;
  /** As the table names it: `Zone inondable réglementée`. */
  label: string;
  measure: (typeof MEASURES)[number];
  /** Absent for `size` alone. */
  layer?: string;
  /** The features that count: those whose field holds one of the values, for every field named. */
  where?: Record<string, Scalar[]>;
  /** The features that do not, though they meet `where`. */
  except?: Record<string, Scalar[]>;
  /** Field that is counted or summed. */
  field?: string;
  /** Field whose values part the measure. */
  by?: string;
  /** Metres around the footprint. */
  within?: number;
  /** 1: more is better; -1: less is better; 0: neither. */
  sense: -1 | 0 | 1;
  /** `ha`, `m`, or the noun of what is counted, singular and plural: `parcelle|parcelles`. */
  unit: string;
}

/** What lies under a variant that one criterion found. */
export interface TouchedFeature {
  key: string;
  title: string;
  /**
   * m² or m inside the footprint (of surfaces that are counted too: 0 for one that only shares a border), the value summed, or metres
   * to it; 1 of what else is counted.
   */
  amount: number;
}

/** What one criterion measures of one variant. */
export interface Measured {
  criterion: string;
  /** m², m, or a count; null where there is nothing to measure, as a nearest feature where there is none. */
  value: number | null;
  /** By value of the criterion's field `by`, largest first; those of areas may overlap each other. */
  classes: { value: Value; amount: number }[];
  /** Every feature found, in the order of the file. */
  features: TouchedFeature[];
  /** Features whose value was absent, left out of a sum. */
  missing: number;
}

/** What one variant of a project touches. Planar measures in the metric CRS of the territory. */
export interface Impact {
  /** m² of the footprint, its shapes united, lines and points widened. */
  area: number;
  measured: Measured[];
  /** Layer id → version of the file that was read. */
  versions: Record<string, string>;
}

/** Metres that a line or point is widened by on either side, when nothing says. */
export const DEFAULT_HALF_WIDTH = 5;

/** One variant of a project: shapes that are one footprint together. */
export interface Variant {
  name: string;
  shapes: Shape[];
  /** Metres on either side of its lines, and around its points. */
  halfWidth: number;
  /** How the land is come by. */
  holding: 'purchase' | 'easement';
}

/** What the reader pays, in euros; null where it was not given. */
export interface UnitCosts {
  /** A square metre that is bought. */
  purchase: number | null;
  /** A square metre under an easement. */
  easement: number | null;
  /** A square metre of works. */
  works: number | null;
}

/** Variants that are compared, the first being what the others are held against. */
export interface Scenario {
  name: string;
  variants: Variant[];
  costs: UnitCosts;
}

/** Costs of nothing yet: the territory's data hold no unit cost. */
export const NO_COSTS: UnitCosts = { purchase: null, easement: null, works: null };
