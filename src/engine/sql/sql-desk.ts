import { tableFromIPC } from 'apache-arrow';
import type { Catalogue } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { SqlNotice, SqlPlan, SqlResult } from '../../domain/sql-result.ts';
import { readRows } from '../../loaders/read-arrow.ts';
import { CATALOGUE_TABLE } from '../../sql/catalogue-table.ts';
import { findFunction } from '../../sql/function-catalogue.ts';
import { checkReadOnly } from '../../sql/guard.ts';
import { namedTables } from '../../sql/named-tables.ts';
import { placeOf } from '../../sql/place.ts';
import { type JoinPlan, type NestedJoin, planJoins } from '../../sql/plan-joins.ts';
import { readStatement } from '../../sql/read-statement.ts';
import type { Query } from '../../sql/statement.ts';
import type { Token } from '../../sql/tokens.ts';
import type { Database } from '../database.ts';
import { insertAttributes } from '../insert-attributes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { showCatalogue } from './catalogue-view.ts';
import { DuckdbError } from './duckdb-error.ts';
import { toSqlError } from './errors.ts';
import { readPlan } from './read-plan.ts';
import {
  AS_TEXT_PREFIX,
  asText,
  type DescribedColumn,
  needsText,
  toResultColumns,
} from './result-columns.ts';
import { VIEW_SCHEMA } from './session.ts';
import { type JoinDone, runSteps } from './steps.ts';
import { SqlViews } from './views.ts';

/**
 * Runs the statements that somebody wrote. Each is checked (it only reads), its layers are loaded and shown as views, its
 * spatial joins are planned through the index, and it runs in steps that a cancel stops. One at a time; the others wait.
 */
export class SqlDesk {
  readonly #database: Database;
  readonly #store: LayerStore;
  readonly #kernel: Kernel;
  readonly #views: SqlViews;
  #shown: Catalogue | null = null;
  #layerIds: ReadonlySet<string> = new Set();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, store: LayerStore, kernel: Kernel) {
    this.#database = database;
    this.#store = store;
    this.#kernel = kernel;
    this.#views = new SqlViews(database, store.catalogue.territory.metricCrs);
    this.#showCatalogue();
  }

  /** Follows the catalogue, whose layers may have changed. */
  #showCatalogue(): void {
    const { catalogue } = this.#store;
    if (catalogue === this.#shown) return;
    this.#shown = catalogue;
    showCatalogue(this.#database, catalogue.layers);
    this.#layerIds = new Set(catalogue.layers.map(({ id }) => id));
  }

  /**
   * What a statement gives.
   * @throws {AppError} `sql-invalid` with its place; `crs-mismatch`, `too-large`, and what the loaders throw; the signal's
   * reason when cancelled.
   */
  run(sql: string, work: Work): Promise<SqlResult> {
    return this.#inTurn(() =>
      this.#run(sql, { loaded: new Map(), start: performance.now(), work }),
    );
  }

  /**
   * How a statement is run: what DuckDB makes of it once its joins are rewritten, with the time of each step where it is
   * `analysed`, which runs it. @throws as `run`.
   */
  plan(sql: string, isAnalysed: boolean, work: Work): Promise<SqlPlan> {
    return this.#inTurn(async () => {
      const explain = isAnalysed ? ANALYSE : EXPLAIN;
      const run: Run = { loaded: new Map(), start: performance.now(), work, explain };
      const { ipc, joins, notices, elapsedMs } = await this.#run(sql, run);
      return { rewritten: run.executed ?? sql, root: readPlan(ipc), joins, notices, elapsedMs };
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #run(text: string, run: Run): Promise<SqlResult> {
    const { loaded, work } = run;
    work.signal.throwIfAborted();
    this.#showCatalogue();
    const tokens = checkReadOnly(text);
    const sql = text.slice(0, (tokens.at(-1) as Token).end);
    const query = readStatement(tokens);
    await this.#load(tokens, query, loaded, work);
    const layers = [...new Set([...this.#layerIds, CATALOGUE_TABLE])];
    const statement = { sql, tokens, prefix: 0, layers };
    try {
      if (isListing(tokens)) return await this.#finish(listing(layers), null, run);
      await this.#prepare(tokens, run);
      const columns = query ? this.#describe(statement) : [];
      if (needsText(columns)) statement.prefix = AS_TEXT_PREFIX.length;
      const plan = query && planJoins(sql, tokens, query, this.#layerIds, VIEW_SCHEMA);
      for (const join of plan?.nested ?? []) this.#checkNested(join, sql, loaded);
      run.columns = columns;
      const result = await this.#execute(sql, plan, run);
      return query ? { ...result, columns: toResultColumns(columns) } : result;
    } catch (error) {
      throw toSqlError(error, statement);
    }
  }

  /** Makes ready what the functions of a statement rest on. */
  async #prepare(tokens: readonly Token[], { loaded, work }: Run): Promise<void> {
    const functions = tokens.flatMap(({ name }) => findFunction(name) ?? []);
    if (functions.some(({ needsGeos }) => needsGeos)) await this.#views.prepareGeos();
    if (!functions.some(({ needsNetwork }) => needsNetwork)) return;
    const { rows } = await this.#views.prepareTravel(this.#store, work);
    loaded.set(rows.layer.id, rows);
  }

  /** Loads the layers that a statement names and shows them. */
  async #load(
    tokens: readonly Token[],
    query: Query | null,
    loaded: Map<string, LoadedRows>,
    work: Work,
  ): Promise<void> {
    for (const id of namedTables(tokens, query)) {
      if (!this.#layerIds.has(id)) continue;
      const rows = await this.#store.whole(id, work);
      loaded.set(id, rows);
      insertAttributes(this.#database, rows);
      this.#views.show(id, rows.metric);
    }
    work.signal.throwIfAborted();
  }

  /** Names and types of the columns; binding the statement as it was written tells its faults at their place. */
  #describe(statement: Parameters<typeof toSqlError>[1]): DescribedColumn[] {
    try {
      const { rows } = readRows(this.#database.session.query(`${DESCRIBE}${statement.sql}`));
      return rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
    } catch (error) {
      throw toSqlError(error, { ...statement, prefix: DESCRIBE.length });
    }
  }

  async #execute(sql: string, plan: JoinPlan | null, run: Run): Promise<SqlResult> {
    const made: string[] = [];
    let result: SqlResult;
    try {
      result = await this.#executePlan(sql, plan, run, made);
    } catch (error) {
      try {
        this.#drop(made);
      } catch {
        // What failed first is what is told.
      }
      throw error;
    }
    this.#drop(made);
    return result;
  }

  #drop(tables: readonly string[]): void {
    for (const table of tables) this.#database.session.query(`DROP TABLE IF EXISTS ${table}`);
  }

  async #executePlan(
    sql: string,
    plan: JoinPlan | null,
    run: Run,
    made: string[],
  ): Promise<SqlResult> {
    const { session } = this.#database;
    const { loaded, work } = run;
    const steps = { session, kernel: this.#kernel, loaded, work };
    const nested = (plan?.nested ?? []).map(({ position, end }) => ({
      kind: 'nested-loop' as const,
      position,
      end,
    }));
    try {
      const joins = await runSteps(plan?.steps ?? [], steps, made);
      const result = await this.#finish(plan?.sql ?? sql, joins, run);
      return { ...result, notices: nested };
    } catch (error) {
      const isOurs = error instanceof DuckdbError && REWRITING_FAULTS.has(error.reason.type);
      if (!plan || plan.sql === sql || !isOurs) throw error;
      for (const join of asNested(plan)) this.#checkNested(join, sql, loaded);
      const notice: SqlNotice = { kind: 'plain', position: 0, end: sql.length };
      const result = await this.#finish(sql, null, run);
      return { ...result, notices: [...nested, notice] };
    }
  }

  async #finish(sql: string, joins: JoinDone[] | null, run: Run): Promise<SqlResult> {
    const { columns = [], loaded, start, work, explain = '' } = run;
    run.executed = sql;
    const text = needsText(columns) ? asText(sql, columns) : sql;
    const ipc = await this.#database.session.run(`${explain}${text}`, work);
    const { schema, numRows } = tableFromIPC(ipc);
    return {
      columns: schema.fields.map(({ name }) => ({ name, type: 'text' })),
      ipc,
      rowCount: numRows,
      layers: Object.fromEntries([...loaded].map(([id, { layer }]) => [id, layer.file.version])),
      notices: [],
      joins: joins ?? [],
      elapsedMs: performance.now() - start,
    };
  }

  /** @throws {AppError} `sql-invalid`, reason `nested-loop`, for a join that would compare too many pairs one by one. */
  #checkNested(join: NestedJoin, sql: string, loaded: Map<string, LoadedRows>): void {
    const sizes = join.layers?.map((layer) => loaded.get(layer)?.table.geometry.length ?? 0);
    const pairs = sizes ? sizes.reduce((a, b) => a * b) : 0;
    if (pairs <= MAX_NESTED_PAIRS) return;
    const word = sql.slice(join.position, join.end);
    const context = { reason: 'nested-loop', pairs, word, ...placeOf(sql, join.position) };
    throw new AppError('sql-invalid', `nested loop over ${pairs} pairs`, context);
  }
}

/** What one statement is run with. */
interface Run {
  /** Its columns, where it could be described. */
  columns?: readonly DescribedColumn[];
  loaded: Map<string, LoadedRows>;
  start: number;
  work: Work;
  /** What is put before the statement that is run. */
  explain?: string;
  /** The statement as it was rewritten, once it was run. */
  executed?: string;
}

const EXPLAIN = 'EXPLAIN (FORMAT json) ';
const ANALYSE = 'EXPLAIN (ANALYZE, FORMAT json) ';
const DESCRIBE = 'DESCRIBE ';
/** Pairs that a nested loop may compare: about a minute. */
const MAX_NESTED_PAIRS = 20_000_000;

/** What DuckDB says of a rewritten statement that it cannot bind, though it could bind the one that was written. */
const REWRITING_FAULTS = new Set(['Binder', 'Catalog', 'Parser']);

/** The joins between whole layers that a plan gave to the index, as they would run without it. */
function asNested({ steps }: JoinPlan): NestedJoin[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'pairs' || !('layer' in step.left) || !('layer' in step.right)) return [];
    const { position, aliases } = step;
    return { position, end: position, aliases, layers: [step.left.layer, step.right.layer] };
  });
}

/** Whether a statement asks which layers there are: `SHOW TABLES`, `DESCRIBE`. */
function isListing(tokens: readonly Token[]): boolean {
  const text = tokens.map(({ name }) => name).join(' ');
  return ['show tables', 'describe', 'desc', 'show'].includes(text);
}

function listing(layers: string[]): string {
  const names = layers.map((id) => `('${id.replaceAll("'", "''")}')`).join(', ');
  return `SELECT name FROM (VALUES ${names}) t(name) ORDER BY name`;
}
