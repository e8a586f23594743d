import type { Gdal } from './gdal.ts';
import { createGdal } from './gdal-host.ts';
import type { FromGdal } from './gdal-protocol.ts';

/** GDAL for a page or one of its workers, in a worker of its own. */
export function openGdal(): Gdal {
  return createGdal((hear) => {
    const worker = new Worker(new URL('./browser-gdal-worker.ts', import.meta.url), {
      type: 'module',
      name: 'gdal',
    });
    worker.onmessage = ({ data }: MessageEvent<FromGdal>) => hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      hear({ kind: 'broken', words: event.message ?? 'the worker could not be loaded' });
    };
    return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
  });
}
