import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';
import { AppError } from '../domain/errors.ts';

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
}

/** What DuckDB is started from: its blocking bindings, their runtime, and the address or path of its module. */
export interface DuckdbParts {
  duckdb: Pick<typeof import('duckdb-blocking'), 'createDuckDB' | 'VoidLogger'>;
  runtime: DuckDBRuntime;
  module: string;
}

/** DuckDB-WASM in this thread. No extension is loaded, and none can be: the settings that would fetch one are off. */
export async function openDatabase({ duckdb, runtime, module }: DuckdbParts): Promise<Database> {
  const files = { mainModule: module, mainWorker: '' };
  const bundles = { mvp: files, eh: files };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), runtime);
  await db.instantiate(() => {});
  db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
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
  };
}

const SETTINGS = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
];
