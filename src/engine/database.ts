import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';
import { AppError } from '../domain/errors.ts';
import { Interruption } from './sql/interruption.ts';
import { DuckdbSession, type FunctionFault } from './sql/session.ts';
import { registerFunction, type VectorFunction, vectorRuntime } from './sql/vectors.ts';

/** The relational half of the engine: tables by name, SQL in, Arrow out. Calls block their thread. */
export interface Database {
  /** Puts an Arrow table under a name, in place of the one that had it. */
  insert(name: string, stream: Uint8Array): void;
  /** Whether a table of that name was put. */
  has(name: string): boolean;
  drop(name: string): void;
  /**
   * The result of a statement as an Arrow IPC stream; 64-bit integers and decimals come as doubles.
   * @throws {AppError} `sql-failed` with the statement.
   */
  query(sql: string): Uint8Array;
  /** Makes a function known to SQL. */
  define(target: VectorFunction): void;
  /** Where statements that somebody wrote are run: a connection of their own, whose configuration is locked. */
  session: DuckdbSession;
}

/** What DuckDB is started from: its blocking bindings, their runtime, and the address or path of its module. */
export interface DuckdbParts {
  duckdb: Pick<typeof import('duckdb-blocking'), 'createDuckDB' | 'VoidLogger'>;
  runtime: DuckDBRuntime;
  module: string;
}

/**
 * DuckDB-WASM in this thread. No extension is loaded, and none can be: the settings that would fetch one are off, no file
 * nor address can be read, and the configuration is locked.
 */
export async function openDatabase({ duckdb, runtime, module }: DuckdbParts): Promise<Database> {
  const files = { mainModule: module, mainWorker: '' };
  const bundles = { mvp: files, eh: files };
  const faults: FunctionFault[] = [];
  const interruption = new Interruption();
  const vectors = vectorRuntime(
    runtime,
    (error, name) => `#${faults.push({ error, name }) - 1}#`,
    () => interruption.check(),
  );
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), vectors);
  await db.instantiate(() => {});
  const results = { castBigIntToDouble: true, castDecimalToDouble: true };
  db.open({ query: { ...results, queryPollingInterval: POLL_MS } });
  const connection = db.connect();
  const names = new Set<string>();
  const query = (sql: string): Uint8Array => {
    try {
      return connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('sql-failed', `DuckDB: ${reason}`, { sql, reason }, cause);
    }
  };
  for (const setting of SETTINGS) query(setting);
  const session = new DuckdbSession(db.connect(), faults, interruption);
  query('SET lock_configuration = true');
  const drop = (name: string) => {
    if (names.delete(name)) query(`DROP TABLE "${name}"`);
  };
  return {
    insert(name, stream) {
      drop(name);
      connection.insertArrowFromIPCStream(stream, { name, create: true });
      names.add(name);
    },
    has: (name) => names.has(name),
    drop,
    query,
    define: (target) => registerFunction(connection, target),
    session,
  };
}

/** Longest time that a statement runs before the worker listens for messages, but for one step of DuckDB. */
const POLL_MS = 10;

const SETTINGS = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
];
