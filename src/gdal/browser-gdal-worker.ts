import dataUrl from 'virtual:gdal-data';
import wasmUrl from 'virtual:gdal-wasm';
import { answer, transferOf } from './answer.ts';
import { GdalModule } from './gdal-module.ts';
import type { FromGdal, ToGdal } from './gdal-protocol.ts';

/** The worker of `openGdal` in a page. */
const send = (message: FromGdal) =>
  globalThis.postMessage(message, { transfer: transferOf(message) });

void start();

async function start(): Promise<void> {
  try {
    const [wasm, data] = await Promise.all([inflate(wasmUrl), inflate(dataUrl)]);
    const gdal = await GdalModule.start({ wasm, data });
    globalThis.onmessage = ({ data: request }: MessageEvent<ToGdal>) => {
      send(answer(gdal, request));
    };
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'broken', words: String(error) });
  }
}

async function inflate(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${response.status} for ${url}`);
  const inflated = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Response(inflated).arrayBuffer();
}
