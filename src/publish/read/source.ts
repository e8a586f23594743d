import type { Field } from '../../domain/layer.ts';
import type { ReadTable } from '../../loaders/layer-table.ts';

/** A source file in memory, as its reader gives it. */
export interface Source {
  /** Geometry is in `crs`, x or longitude first. */
  table: ReadTable;
  fields: Field[];
  /** `OGC:CRS84`, `EPSG:2154`…, another name that the file gives, or null when it says nothing. */
  crs: string | null;
}

/** Reads the bytes of a source file; `name` is for messages. Throws `AppError`. */
export type Reader = (data: Uint8Array, name: string) => Source;
