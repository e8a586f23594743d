import type { Value } from '../domain/feature.ts';
import type { GeometryFault } from '../domain/geometry-fault.ts';
import type { Extent } from '../domain/units.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';

/** The rows of a layer, or of some of its row groups, in memory: one geometry and one value a field for each row. */
export interface LayerTable {
  /** Geometry of each row, degrees, longitude first (OGC:CRS84). */
  geometry: GeometryColumn;
  /** Field name → values, one a row. Integers beyond 2^53 do not occur; dates are ISO text. */
  columns: Record<string, Value[]>;
}

/** A table as a loader gives it: a feature whose geometry cannot be read keeps its attributes, without geometry. */
export interface ReadTable extends LayerTable {
  /** The rows of the table whose geometry was left out, ascending, and why. */
  faults: GeometryFault[];
}

/** What the footer of a layer's file says of one row group. */
export interface RowGroup {
  index: number;
  /** Row of the file that the group starts at. */
  firstRow: number;
  rows: number;
  bytes: number;
  /** Box of its features in degrees, from the statistics of the covering column. */
  extent: Extent;
}

/** What the footer of a layer's file says of the values of one column in one row group, those that are missing apart. */
export interface ColumnBounds {
  /** Least and greatest value, or values below and above them; null where the file does not say. */
  min: Value;
  max: Value;
  /** How many values are missing; null where the file does not say. */
  nulls: number | null;
}
