import { createRequire } from 'node:module';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { type Database, openDatabase } from '../../src/engine/database.ts';

type Bindings = Awaited<ReturnType<typeof duckdb.createDuckDB>>;

let kept: Bindings | null = null;

/**
 * DuckDB as the engine opens it in Node, empty, in the module that the tests of a process share: to link the 40 000 symbols of a new one takes
 * two seconds. The database that was started so before it is gone. What breaks DuckDB, or looks at how its memory begins, starts its own.
 */
export function startKeptDatabase(): Promise<Database> {
  const module = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  return openDatabase({
    duckdb: { createDuckDB: keptBindings, VoidLogger: duckdb.VoidLogger },
    runtime: duckdb.NODE_RUNTIME,
    module,
  });
}

/** The bindings of before, calling the functions of another runtime: DuckDB finds those in one place of the process. */
async function keptBindings(...args: Parameters<typeof duckdb.createDuckDB>): Promise<Bindings> {
  const [, , runtime] = args;
  if (kept)
    Object.assign((globalThis as { DUCKDB_RUNTIME?: object }).DUCKDB_RUNTIME ?? {}, runtime);
  kept ??= await duckdb.createDuckDB(...args);
  return kept;
}
