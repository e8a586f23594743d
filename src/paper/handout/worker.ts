import { errorToData } from '../../domain/errors.ts';
import { httpSource } from '../../loaders/byte-source.ts';
import type { FromFileWorker } from '../file-worker.ts';
import { canvasMeasure } from '../page-to-canvas.ts';
import { paperCanvas } from '../paper-canvas.ts';
import { loadPaperFaces } from '../paper-faces.ts';
import { pagesToPdf } from '../pdf/write-pages.ts';
import type { ToHandoutWorker } from './handout-protocol.ts';
import { makeHandout } from './make-handout.ts';

/** The thread that one hand-out is made in. */
globalThis.onmessage = ({ data }: MessageEvent<ToHandoutWorker>) => {
  make(data).then(
    (file) => send({ kind: 'done', file }),
    (error: unknown) => send({ kind: 'failed', error: errorToData(error) }),
  );
};

function send(message: FromFileWorker): void {
  globalThis.postMessage(message);
}

async function make({ request, baseUrl }: ToHandoutWorker): Promise<Blob> {
  const fonts = await loadPaperFaces((globalThis as unknown as { fonts: FontFaceSet }).fonts);
  const pages = await makeHandout(
    request,
    {
      kept: new Map(),
      measure: canvasMeasure(paperCanvas(1, 1)),
      open: ({ file }) => httpSource(new URL(file.path, baseUrl).href, file.bytes),
    },
    { onItem: (done) => send({ kind: 'step', done }) },
  );
  const { seance, territory } = request;
  const info = { title: seance.title, author: territory.name, made: new Date() };
  return new Blob([await pagesToPdf(pages, fonts, info)], { type: 'application/pdf' });
}
