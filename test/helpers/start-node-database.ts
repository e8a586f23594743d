import { createRequire } from 'node:module';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';

/** A connection to the real DuckDB-WASM in Node, in memory, as the engine configures it. */
export async function startNodeDatabase() {
  const { resolve } = createRequire(import.meta.url);
  const mainModule = resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const bundle = { mainModule, mainWorker: '' };
  const bundles = { mvp: bundle, eh: bundle };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  return db.connect();
}
