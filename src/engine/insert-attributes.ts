import { tableToIpc } from '../loaders/to-arrow.ts';
import type { Database } from './database.ts';
import type { LoadedRows } from './loaded-rows.ts';

/** Puts a layer's attributes into DuckDB as a table of its id, with the `ROW_COLUMN` of each, unless it is there. */
export function insertAttributes(database: Database, { layer, table }: LoadedRows): void {
  if (!database.has(layer.id)) database.insert(layer.id, tableToIpc(table, layer.fields));
}
