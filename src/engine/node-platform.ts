import { createRequire } from 'node:module';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { openDatabase } from './database.ts';
import { fileSource } from './file-source.ts';
import type { Platform } from './platform.ts';

/** The platform of a command line: files come from the disk, DuckDB from its package. No page may reach this file. */
export const nodePlatform: Platform = {
  openFile: fileSource,
  kernelWorkers: null,
  startDatabase() {
    const module = createRequire(import.meta.url).resolve(
      '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
    );
    return openDatabase({ duckdb, runtime: duckdb.NODE_RUNTIME, module });
  },
};
