import type { ByteSource } from '../loaders/byte-source.ts';
import type { Database } from './database.ts';
import type { KernelWorkers } from './kernel/kernel-pool.ts';

/** What the surroundings give the engine, which is the same in a page's worker and on a command line. */
export interface Platform {
  /** A file of the catalogue, of a size in bytes, by its address: `https:` in a page, `file:` in Node. */
  openFile(url: string, bytes: number): ByteSource;
  /**
   * DuckDB, ready; told of the bytes fetched. Takes one to three seconds.
   * @throws {AppError} `wasm-missing` without WebAssembly; `engine-failed` when the module cannot be had.
   */
  startDatabase(onProgress: (done: number, total: number) => void): Promise<Database>;
  /** The workers that the kernel may run on; null where it runs in the thread of the engine. */
  kernelWorkers: KernelWorkers | null;
}
