import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { answer, transferOf } from './answer.ts';
import { GdalModule } from './gdal-module.ts';
import type { FromGdal, ToGdal } from './gdal-protocol.ts';

/** The thread of `openGdal` in Node. */
const folder = join(createRequire(import.meta.url).resolve('gdal3.js/node'), '../dist/package');
const [wasm, data] = await Promise.all(
  ['gdal3WebAssembly.wasm', 'gdal3WebAssembly.data'].map(async (name) => {
    const { buffer, byteOffset, length } = await readFile(join(folder, name));
    return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  }),
);
const gdal = await GdalModule.start({ wasm: wasm as ArrayBuffer, data: data as ArrayBuffer });
const send = (message: FromGdal) => parentPort?.postMessage(message, transferOf(message));
parentPort?.on('message', (request: ToGdal) => send(answer(gdal, request)));
send({ kind: 'ready' });
