import { openEngine } from '../../scripts/ask/open-folder.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Engine } from '../../src/engine/protocol.ts';

interface Opened {
  engine: Engine;
  /** Where DuckDB finds the functions of this engine's SQL: in a process, those of the engine that was opened last. */
  functions: unknown;
}

const opened = new Map<string, Promise<Opened>>();

/** Engines that are kept: the embedded territory's, and small ones beside it. */
const MOST = 6;

const duckdb = globalThis as { DUCKDB_RUNTIME?: unknown };

/**
 * The engine over the layers of a folder, the same for all the tests of a process: what it has read and found is not read and found again
 * by the next. To be asked for anew where another may have been opened since.
 */
export async function openOnce(folder: string, catalogue: Catalogue): Promise<Engine> {
  const key = `${folder}\n${JSON.stringify(catalogue)}`;
  const known = opened.get(key) ?? open(folder, catalogue);
  opened.delete(key);
  opened.set(key, known);
  if (opened.size > MOST) opened.delete(opened.keys().next().value as string);
  const { engine, functions } = await known;
  duckdb.DUCKDB_RUNTIME = functions;
  return engine;
}

async function open(folder: string, catalogue: Catalogue): Promise<Opened> {
  const engine = await openEngine(folder, catalogue);
  await engine.call('sql', { sql: 'SELECT 1' });
  return { engine, functions: duckdb.DUCKDB_RUNTIME };
}
