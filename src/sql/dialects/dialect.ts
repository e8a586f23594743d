import type { MetricCrs } from '../../domain/crs.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';

/** The engines that a question may be put to elsewhere. */
export const DIALECTS = ['postgis', 'duckdb', 'sedona'] as const;

/** One of `DIALECTS`. */
export type DialectName = (typeof DIALECTS)[number];

/** What one engine's SQL has of its own; all the rest is common. Texts are expressions. */
export interface Dialect {
  name: DialectName;
  /**
   * How relations are written: `exists` tests each row with the help of a spatial index; `joined` joins the layers
   * first, for engines that have a spatial join and no index.
   */
  relations: 'exists' | 'joined';
  /** Name of the aggregate that unites geometries. */
  unionAggregate: string;
  /** What stands between two geometries that share a box, for a predicate that does not use the index by itself. */
  boxOperator: string | null;
  /** A geometry given as WKT in degrees, longitude first, in `crs`. */
  shape(wkt: string, crs: MetricCrs): string;
  /** A geometry as overlays take it: repaired here, or by the loading already. */
  valid(geometry: string): string;
  quote(name: string): string;
  literal(value: Scalar): string;
  /** A column of text, for comparisons of order by code point. */
  inByteOrder(column: string): string;
  /** Whether a column of text holds another text, case and accents aside; `folded` has neither. */
  holdsText(column: string, folded: string): string;
  /** What is to be run once before layers are loaded. */
  setUp: string[];
  /** What loads a published file (a path or an address) into a table named as the layer, with `geom` in `crs`. */
  loading(layer: Layer, file: string, crs: MetricCrs): string[];
}

/** Name of the geometry column, in metres. */
export const GEOMETRY = 'geom';

/** A text without case and accents, as `holdsText` wants it. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
