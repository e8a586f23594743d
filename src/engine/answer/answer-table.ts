import { makeTable, tableToIPC } from 'apache-arrow';
import { ROW_COLUMN, tableToIpc } from '../../loaders/to-arrow.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Database } from '../database.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { HeldAnswer } from './answer-question.ts';

/** Name of the DuckDB table that holds the rows and measures of the answer; no layer's id begins so. */
export const ANSWER_TABLE = '_answer';

/** Puts a layer's attributes into DuckDB as a table of its id, with the `ROW_COLUMN` of each, unless it is there. */
export function insertAttributes(database: Database, { layer, table }: LoadedRows): void {
  if (!database.has(layer.id)) database.insert(layer.id, tableToIpc(table, layer.fields));
}

/** Puts the rows and measures of an answer into `ANSWER_TABLE`, in place of those there; NaN becomes NULL. */
export function insertAnswer(database: Database, { rows, measures }: HeldAnswer): void {
  const values = measures.columns.map(({ name }, i) => [name, measures.values[i] as Float64Array]);
  const table = makeTable({ [ROW_COLUMN]: rows, ...Object.fromEntries(values) });
  database.insert(RAW_TABLE, tableToIPC(table, 'stream'));
  const columns = measures.columns.map(({ name }) => {
    const column = quoteIdentifier(name);
    return `, CASE WHEN isfinite(${column}) THEN ${column} END AS ${column}`;
  });
  database.query(
    `CREATE OR REPLACE TABLE ${ANSWER_TABLE} AS SELECT "${ROW_COLUMN}"${columns.join('')} FROM ${RAW_TABLE}`,
  );
  database.drop(RAW_TABLE);
}

/** Where the rows and measures of an answer stand before NaN has become NULL. */
const RAW_TABLE = '_answer_raw';
