import { parentPort } from 'node:worker_threads';
import { errorToData } from '../../src/domain/errors.ts';
import { writeLayer } from '../publish/write-layer.ts';
import type { WriteReply, WriteRequest } from './layer-writer.ts';
import { toLayerTable } from './to-layer-table.ts';

/** The thread of a `LayerWriter`: writes the layers it is sent one after the other, and answers each with its entry. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: WriteRequest) => {
  last = last.then(async () => parentPort?.postMessage(await reply(request)));
});

async function reply({ id, meta, planar, publicDir }: WriteRequest): Promise<WriteReply> {
  try {
    return { id, layer: await writeLayer(meta, await toLayerTable(planar), publicDir) };
  } catch (error) {
    return { id, error: errorToData(error) };
  }
}
