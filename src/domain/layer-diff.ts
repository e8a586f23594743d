/** A row that only one of two versions has. */
export interface DiffRow {
  /** Value of the key of the version that has it, as text; empty where the row has none. */
  key: string;
  /** Row in the file of the version that has it. */
  row: number;
}

/** A row that both versions have, and that is not the same in them. */
export interface ChangedRow {
  /** Value of the key of the later version, as text. */
  key: string;
  rowBefore: number;
  rowAfter: number;
  /** Whether the geometry is another set of points. */
  isMoved: boolean;
  /** Names of the fields whose values differ. */
  fields: string[];
}

/**
 * What differs between two versions of a layer. Rows are matched by the value of the later version's key; where that only
 * numbers the rows, or the earlier version has no such field, by equal geometry, then by equal attributes.
 */
export interface LayerDiff {
  layer: string;
  /** Versions; `to` may be of a file that is not published yet. */
  from: string;
  to: string;
  /** Field that rows were matched by; null: by their geometry, then by their attributes. */
  key: string | null;
  added: DiffRow[];
  removed: DiffRow[];
  changed: ChangedRow[];
  unchanged: number;
  /** Fields that only one version has: they are not counted as changes of rows. */
  fieldsAdded: string[];
  fieldsRemoved: string[];
  /** Fields whose values were text, numbers or booleans and are another of these: their values are compared as text. */
  fieldsRetyped: string[];
}
