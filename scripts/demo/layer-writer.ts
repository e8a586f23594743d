import { Worker } from 'node:worker_threads';
import { dataToError, type ErrorData } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import type { DemoLayer } from './demo-layer.ts';
import { type PlanarTable, toPlanarTable } from './to-layer-table.ts';

/** What the thread is sent. */
export interface WriteRequest {
  id: number;
  meta: LayerMeta;
  planar: PlanarTable;
  publicDir: string;
}

/** What the thread answers. */
export type WriteReply = { id: number } & ({ layer: Layer } | { error: ErrorData });

/**
 * Writes layers in a thread of its own, so that the next is laid meanwhile: reprojection, repair and encoding are a third
 * of the cost of a territory.
 */
export class LayerWriter {
  readonly #publicDir: string;
  readonly #thread = new Worker(new URL('./start-write-thread.mjs', import.meta.url));
  readonly #waiting: { resolve: (layer: Layer) => void; reject: (error: Error) => void }[] = [];

  constructor(publicDir: string) {
    this.#publicDir = publicDir;
    this.#thread.on('message', (reply: WriteReply) => this.#settle(reply));
    this.#thread.on('error', (error) => {
      for (const { reject } of this.#waiting) reject(error);
    });
  }

  /** Writes one layer and gives its entry of the catalogue. @throws {AppError} as `writeLayer`. */
  write(meta: LayerMeta, layer: DemoLayer): Promise<Layer> {
    const planar = toPlanarTable(layer, meta);
    const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = planar.geometry;
    const arrays = [kinds, partOffsets, ringOffsets, vertexOffsets, xy];
    const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer);
    return new Promise((resolve, reject) => {
      const id = this.#waiting.push({ resolve, reject }) - 1;
      const request: WriteRequest = { id, meta, planar, publicDir: this.#publicDir };
      this.#thread.postMessage(request, buffers);
    });
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #settle(reply: WriteReply): void {
    const waiting = this.#waiting[reply.id];
    if ('layer' in reply) waiting?.resolve(reply.layer);
    else waiting?.reject(dataToError(reply.error));
  }
}
