import type { Extent } from './units.ts';

/** A value of an attribute as it leaves the engine: numbers are plain numbers, dates ISO text. */
export type Value = string | number | boolean | null;

/** One feature with all its attributes. */
export interface Feature {
  layer: string;
  /** Row in the layer's file. */
  row: number;
  key: string;
  attributes: Record<string, Value>;
  /** Box in degrees; null for a feature without geometry. */
  extent: Extent | null;
  /** Planar area (m²) or length (m) in the territory's metric CRS; null for points. */
  size: number | null;
}

/** One entry of the search list. */
export interface Place {
  layer: string;
  key: string;
  title: string;
  /** Name of the commune, or another line that tells two places of one title apart. */
  subtitle: string;
  /** Box in degrees. */
  extent: Extent;
  /** Whether it is offered because what was asked for is not there. */
  isNear?: boolean;
}
