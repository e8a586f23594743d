import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How another writer stores the same columns, and that it read them. */
export interface OtherWriter {
  name: string;
  rows: number;
  bytes: number;
}

/**
 * The rows of our file written again by native DuckDB, whose GeoParquet is packed as GDAL's best is (ZSTD, dictionaries),
 * with and without the covering; null where it is not installed (`npm install --no-save @duckdb/node-api`). GDAL itself
 * is no measure here: neither Debian's nor the WebAssembly one is built with Parquet.
 */
export async function writeWithDuckdb(path: string): Promise<OtherWriter[] | null> {
  const duckdb = await import(DUCKDB).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  });
  if (!duckdb) return null;
  const folder = await mkdtemp(join(tmpdir(), 'arpent-bench-'));
  try {
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const count = await connection.runAndReadAll(`SELECT count(*)::INT FROM '${path}'`);
    const rows = Number(count.getRows()[0][0]);
    const writers: OtherWriter[] = [];
    for (const { name, columns, codec } of VARIANTS) {
      const target = join(folder, `${writers.length}.parquet`);
      const options = `FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE 65536`;
      await connection.run(`COPY (SELECT ${columns} FROM '${path}') TO '${target}' (${options})`);
      writers.push({ name, rows, bytes: (await stat(target)).size });
    }
    return writers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Not a dependency of the project: 70 MB. */
const DUCKDB = '@duckdb/node-api';

const VARIANTS = [
  { name: 'DuckDB, ZSTD', columns: '*', codec: 'zstd' },
  { name: 'DuckDB, ZSTD, without covering', columns: '* EXCLUDE (bbox)', codec: 'zstd' },
  { name: 'DuckDB, GZIP', columns: '*', codec: 'gzip' },
];
