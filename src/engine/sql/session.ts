import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { AppError, isAbort } from '../../domain/errors.ts';
import { pause } from '../../domain/pause.ts';
import { concatBytes } from '../../geo/wkb-coordinates.ts';
import type { Work } from '../work.ts';
import { DuckdbError, readDuckdbError } from './duckdb-error.ts';
import type { Interruption } from './interruption.ts';

/** Schema of the layers' views. */
export const VIEW_SCHEMA = 'layers';

/** A connection for statements that somebody wrote: they run in steps, and their errors tell their place. One at a time. */
export class DuckdbSession {
  readonly #connection: DuckDBConnection;
  readonly #faults: FunctionFault[];

  readonly #interruption: Interruption;

  /** `faults` holds what functions threw: DuckDB's message only has the number `#n#` of one. */
  constructor(connection: DuckDBConnection, faults: FunctionFault[], interruption: Interruption) {
    this.#interruption = interruption;
    this.#connection = connection;
    this.#faults = faults;
    for (const setting of SETTINGS) connection.query(setting);
  }

  /**
   * The result of a small statement, at once, as an Arrow IPC file.
   * @throws {DuckdbError} as `run`.
   */
  query(sql: string): Uint8Array {
    try {
      return this.#connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql));
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  /** Puts an Arrow table under a name. */
  insert(name: string, stream: Uint8Array): void {
    this.#connection.insertArrowFromIPCStream(stream, { name, create: true });
  }

  /**
   * The result of a statement as an Arrow IPC stream, computed in steps between which messages are heard: a step is some
   * 100 000 rows of a scan at most, or 2 048 rows of a result.
   * @throws {DuckdbError} what DuckDB says of the statement; {AppError} what a function threw, or `too-large`; the
   * signal's reason when cancelled.
   */
  async run(sql: string, { signal, isCancelled }: Work): Promise<Uint8Array> {
    signal.throwIfAborted();
    this.#interruption.listen(isCancelled);
    try {
      const header = await this.#start(sql, signal);
      const messages = [header];
      let sliceStart = performance.now();
      for (;;) {
        const batch = this.#call((bindings, id) => bindings.fetchQueryResults(id));
        if (batch?.length === 0) break;
        if (batch) messages.push(batch);
        if (performance.now() - sliceStart < SLICE_MS) continue;
        await pause();
        signal.throwIfAborted();
        sliceStart = performance.now();
      }
      return concatBytes([...messages, END_OF_STREAM]);
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      throw this.#failure(cause);
    } finally {
      this.#interruption.listen(undefined);
    }
  }

  async #start(sql: string, signal: AbortSignal): Promise<Uint8Array> {
    let header = this.#call((bindings, id) => bindings.startPendingQuery(id, sql, true));
    while (header === null) {
      await pause();
      if (signal.aborted) this.#call((bindings, id) => bindings.cancelPendingQuery(id));
      signal.throwIfAborted();
      header = this.#call((bindings, id) => bindings.pollPendingQuery(id));
    }
    return header;
  }

  #call<T>(operation: (bindings: Bindings, id: number) => T): T {
    return this.#connection.useUnsafe(operation);
  }

  #failure(cause: unknown): Error {
    const message = cause instanceof Error ? cause.message : String(cause);
    const fault = this.#faults[Number(message.match(/#(\d+)#/)?.[1] ?? -1)];
    this.#faults.length = 0;
    if (fault) return faultOf(fault);
    if (cause instanceof WebAssembly.RuntimeError) return tooLarge(message, cause, true);
    const reason = readDuckdbError(message);
    const isExhausted = reason.type ? reason.type === MEMORY_TYPE : OUT_OF_MEMORY.test(message);
    return isExhausted ? tooLarge(message, cause) : new DuckdbError(reason);
  }
}

/** What a function threw. */
export interface FunctionFault {
  error: unknown;
  name: string;
}

function faultOf({ error, name }: FunctionFault): Error {
  if (isAbort(error)) return error as Error;
  if (error instanceof AppError) {
    const context = { ...error.context, function: name };
    return new AppError(error.code, error.message, context, error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(reason)) return tooLarge(reason, error);
  if (!(error instanceof RangeError)) return new AppError('engine-failed', reason, {}, error);
  const context = { reason: 'geometry', detail: reason, function: name };
  return new AppError('sql-invalid', `geometry: ${reason}`, context, error);
}

/** `isFatal`: DuckDB ran out of memory where it could not turn back, and must be started anew. */
function tooLarge(reason: string, cause: unknown, isFatal = false): AppError {
  return new AppError('too-large', reason, { reason, ...(isFatal ? { isFatal } : {}) }, cause);
}

type Bindings = Parameters<Parameters<DuckDBConnection['useUnsafe']>[0]>[0];

/** Views of the layers stand in a schema of their own, in front of the tables of their attributes, which have their names. */
const SETTINGS = [
  'SET errors_as_json = true',
  `CREATE SCHEMA IF NOT EXISTS ${VIEW_SCHEMA}`,
  `SET search_path = '${VIEW_SCHEMA},main'`,
];
const SLICE_MS = 25;
/** The marker that ends an Arrow IPC stream. */
const END_OF_STREAM = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);
/** How DuckDB names the type of what it throws when memory is short. */
const MEMORY_TYPE = 'Out of Memory';
/** What others say of it, whose messages have no type: JavaScript and WebAssembly. */
const OUT_OF_MEMORY =
  /out of memory|cannot enlarge memory|allocation failed|array length|failed to allocate|Aborted\(/i;
