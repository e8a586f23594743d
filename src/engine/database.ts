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

/**
 * Starts DuckDB-WASM in this worker from the site's own files: `wasmUrl` is the gzipped module (8 MB against 36 MB),
 * inflated here because some hosts refuse files over 25 MiB and few compress WebAssembly. No extension is loaded, and
 * none can be: the settings that would fetch one are off. Takes one to three seconds.
 * @throws {AppError} `wasm-missing` when the browser has no WebAssembly; `engine-failed` when the module cannot be had.
 */
export async function startDatabase(
  wasmUrl: string,
  onProgress: (done: number, total: number) => void,
): Promise<Database> {
  if (typeof WebAssembly !== 'object') throw new AppError('wasm-missing', 'no WebAssembly');
  const [duckdb, moduleUrl] = await Promise.all([
    import('duckdb-blocking'),
    inflateModule(wasmUrl, onProgress),
  ]);
  const bundle = {
    mvp: { mainModule: moduleUrl, mainWorker: '' },
    eh: { mainModule: moduleUrl, mainWorker: '' },
  };
  const db = await duckdb.createDuckDB(bundle, new duckdb.VoidLogger(), duckdb.BROWSER_RUNTIME);
  await db.instantiate(() => {});
  URL.revokeObjectURL(moduleUrl);
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

async function inflateModule(
  url: string,
  onProgress: (done: number, total: number) => void,
): Promise<string> {
  const response = await fetch(url);
  if (!response.ok || !response.body) {
    throw new AppError('engine-failed', `${response.status} for ${url}`, {
      url,
      status: response.status,
    });
  }
  const total = Number(response.headers.get('content-length') ?? 0);
  let done = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        done += chunk.byteLength;
        onProgress(done, total);
        controller.enqueue(chunk);
      },
    }),
  );
  const inflated = counted.pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(inflated).arrayBuffer();
  return URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
}
