import { Worker } from 'node:worker_threads';
import type { Gdal } from './gdal.ts';
import { createGdal } from './gdal-host.ts';
import type { FromGdal, ToGdal } from './gdal-protocol.ts';

/** GDAL for a command line, in a thread that does not keep the process alive. No page may reach this file. */
export function openGdal(): Gdal {
  return createGdal((hear) => {
    let isEnded = false;
    const worker = new Worker(new URL('./start-node-gdal.mjs', import.meta.url));
    const say = (message: FromGdal) => {
      if (message.kind !== 'ready') worker.unref();
      if (!isEnded) hear(message);
    };
    worker.on('message', say);
    worker.on('error', (error) => say({ kind: 'broken', words: String(error) }));
    worker.on('exit', (code) => say({ kind: 'broken', words: `exit ${code}` }));
    return {
      post(request: ToGdal) {
        worker.ref();
        worker.postMessage(request);
      },
      end() {
        isEnded = true;
        void worker.terminate();
      },
    };
  });
}
