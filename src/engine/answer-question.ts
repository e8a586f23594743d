import type { Answer, AnswerGroup, MeasureColumn } from '../domain/answer.ts';
import { checkQuestion, layersOf, type Question, relationsOf } from '../domain/question.ts';
import type { Extent } from '../domain/units.ts';
import { columnExtent } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import { readColumn } from '../loaders/read-arrow.ts';
import { ROW_COLUMN, tableToIpc } from '../loaders/to-arrow.ts';
import { quoteIdentifier } from '../sql/quote.ts';
import type { Database } from './database.ts';
import { completeMeasures, type Evaluation, evaluate } from './evaluate.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { measureTable } from './measure-table.ts';
import { allRows, type RowSet } from './row-sets.ts';
import type { Work } from './work.ts';

/** Name of the DuckDB table that holds the rows and measures of the answer; no layer's id begins so. */
export const ANSWER_TABLE = '_answer';

/** An answer with what the engine keeps of it: the rows found, ascending, and the layer they are of. */
export interface HeldAnswer {
  answer: Answer;
  target: LoadedRows;
  rows: RowSet;
}

/**
 * Answers a question: reads its layers whole, puts their attributes into DuckDB, evaluates the conditions, measures the
 * rows found, and leaves them in the table `ANSWER_TABLE`.
 * @throws {AppError} what `checkQuestion`, the loaders or DuckDB throw; the signal's reason when cancelled.
 */
export async function answerQuestion(
  question: Question,
  id: string,
  store: LayerStore,
  startDatabase: (work: Work) => Promise<Database>,
  work: Work,
): Promise<HeldAnswer> {
  const start = performance.now();
  checkQuestion(question, store.catalogue);
  const layers = layersOf(question);
  const [database, loaded] = await Promise.all([
    startDatabase(work),
    loadLayers(layers, store, work),
  ]);
  work.signal.throwIfAborted();
  for (const rows of loaded.values()) insertAttributes(database, rows);
  const target = loaded.get(question.target) as LoadedRows;
  const context = prepare(target, loaded, database, work);
  const rows = await evaluate(question.where, allRows(target.table.geometry.length), context);
  await completeMeasures(question.where, rows, context);
  work.signal.throwIfAborted();
  const measures = insertAnswer(database, question, rows, context);
  const sizeColumn = measures.find(({ kind }) => kind === 'area' || kind === 'length');
  const answer: Answer = {
    id,
    question,
    versions: Object.fromEntries(layers.map((layer) => [layer, store.layer(layer).file.version])),
    count: rows.length,
    outOf: target.table.geometry.length,
    faulty: countFaults(loaded),
    total: sizeColumn ? sumOf(context.sizes as Float64Array, rows) : null,
    crs: store.catalogue.territory.metricCrs,
    measures,
    groups: question.groupBy ? readGroups(database, question, question.groupBy, sizeColumn) : [],
    extent: extentOf(target, rows),
    table: database.query(`SELECT * FROM ${ANSWER_TABLE} ORDER BY "${ROW_COLUMN}"`),
    elapsedMs: performance.now() - start,
  };
  return { answer, target, rows };
}

async function loadLayers(layers: string[], store: LayerStore, work: Work) {
  const loaded = new Map<string, LoadedRows>();
  for (const layer of layers) loaded.set(layer, await store.whole(layer, work));
  return loaded;
}

function countFaults(loaded: Map<string, LoadedRows>): Answer['faulty'] {
  const counts = [...loaded].map(([layer, { table }]) => [layer, table.faults.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function prepare(
  target: LoadedRows,
  loaded: Map<string, LoadedRows>,
  database: Database,
  work: Work,
): Evaluation {
  return {
    target,
    sizes: target.sizes(),
    related: (layer) => loaded.get(layer) as LoadedRows,
    selectWhere: (layer, expression) => {
      const sql = `SELECT "${ROW_COLUMN}" FROM ${quoteIdentifier(layer)} WHERE ${expression} ORDER BY "${ROW_COLUMN}"`;
      return Uint32Array.from(readColumn(database.query(sql), ROW_COLUMN) as ArrayLike<number>);
    },
    work,
    measures: new Map(),
  };
}

/** Puts a layer's attributes into DuckDB as a table of its id, with the `row` of each, unless it is there. */
export function insertAttributes(database: Database, { layer, table }: LoadedRows): void {
  if (!database.has(layer.id)) {
    database.insert(layer.id, tableToIpc(table, layer.fields));
  }
}

function insertAnswer(
  database: Database,
  question: Question,
  rows: RowSet,
  context: Evaluation,
): MeasureColumn[] {
  const { layer } = context.target;
  const { columns, ipc } = measureTable(layer, rows, relationsOf(question.where), context);
  database.insert(RAW_TABLE, ipc);
  const measures = columns.map(({ name }) => {
    const column = quoteIdentifier(name);
    return `, CASE WHEN isfinite(a.${column}) THEN a.${column} END AS ${column}`;
  });
  database.query(
    `CREATE OR REPLACE TABLE ${ANSWER_TABLE} AS
    SELECT a."${ROW_COLUMN}", CAST(l.${quoteIdentifier(layer.key)} AS VARCHAR) AS "key"${measures.join('')}
    FROM ${RAW_TABLE} a JOIN ${quoteIdentifier(layer.id)} l ON l."${ROW_COLUMN}" = a."${ROW_COLUMN}" ORDER BY a."${ROW_COLUMN}"`,
  );
  database.drop(RAW_TABLE);
  return columns;
}

function readGroups(
  database: Database,
  question: Question,
  field: string,
  sizeColumn: MeasureColumn | undefined,
): AnswerGroup[] {
  const total = sizeColumn ? `sum(a.${quoteIdentifier(sizeColumn.name)})` : '0';
  const ipc = database.query(
    `SELECT l.${quoteIdentifier(field)} AS "value", count(*) AS "count", ${total} AS "total"
    FROM ${ANSWER_TABLE} a JOIN ${quoteIdentifier(question.target)} l ON l."${ROW_COLUMN}" = a."${ROW_COLUMN}"
    GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const [values, counts, totals] = ['value', 'count', 'total'].map((name) => readColumn(ipc, name));
  return Array.from(values ?? [], (value, i) => ({
    value: value as AnswerGroup['value'],
    count: Number(counts?.[i]),
    total: Number(totals?.[i] ?? 0),
  }));
}

function sumOf(values: Float64Array, rows: RowSet): number {
  return rows.reduce((sum, row) => sum + (values[row] || 0), 0);
}

function extentOf({ table }: LoadedRows, rows: RowSet): Extent | null {
  return columnExtent(selectRows(table.geometry, rows));
}

/** Where the rows and measures of an answer stand before their keys are joined to them. */
const RAW_TABLE = '_answer_raw';
