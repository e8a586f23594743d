import wasmUrl from 'virtual:duckdb-wasm';
import { AppError } from '../domain/errors.ts';
import { httpSource } from '../loaders/byte-source.ts';
import KernelWorker from './kernel/kernel-worker.ts?worker';
import type { Platform } from './platform.ts';
import { startWatched } from './worker-life.ts';

/** Beyond, more workers hold more copies of the zones than they save time. */
const MAX_WORKERS = 8;

/**
 * The platform of a page: files come by HTTP ranges, DuckDB from the site's own gzipped module (8 MB against 36 MB),
 * inflated here because some hosts refuse files over 25 MiB and few compress WebAssembly.
 */
export const browserPlatform: Platform = {
  openFile: httpSource,
  kernelWorkers: {
    count: Math.min(MAX_WORKERS, navigator.hardwareConcurrency || 1),
    start: () => startWatched('kernel', (name) => new KernelWorker({ name })),
  },
  async startDatabase(onProgress) {
    if (typeof WebAssembly !== 'object') throw new AppError('wasm-missing', 'no WebAssembly');
    const [duckdb, { openDatabase }, module] = await Promise.all([
      import('duckdb-blocking'),
      import('./database.ts'),
      inflateModule(wasmUrl, onProgress),
    ]);
    try {
      return await openDatabase({ duckdb, runtime: duckdb.BROWSER_RUNTIME, module });
    } finally {
      URL.revokeObjectURL(module);
    }
  },
};

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
