import type { Field } from '../../domain/layer.ts';
import type { ReadTable } from '../../loaders/layer-table.ts';
import type { Finding } from '../issue.ts';

/** One table of a source, as its reader gives it: a file may hold several. */
export interface SourceTable {
  /** Name of the table as its source spells it, without folder or extension: `241800432_ZONE_URBA_20200128`. */
  name: string;
  /** Path of the file that it was read from. */
  path: string;
  /** Geometry is in `crs`, x or longitude first; a table without geometry has rows of kind `none` only. */
  table: ReadTable;
  fields: Field[];
  /**
   * `OGC:CRS84`, `EPSG:2154`…, else a definition as WKT or PROJJSON, else another name that the file gives; null when it
   * says nothing.
   */
  crs: string | null;
  /** What the reader saw and had to decide: heights dropped, an encoding guessed. */
  findings: Finding[];
}
