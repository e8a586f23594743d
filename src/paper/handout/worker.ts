import { httpSource } from '../../loaders/byte-source.ts';
import { serveTask } from '../../tasks/task.ts';
import { canvasMeasure } from '../page-to-canvas.ts';
import { paperCanvas } from '../paper-canvas.ts';
import { loadPaperFaces } from '../paper-faces.ts';
import { pagesToPdf } from '../pdf/write-pages.ts';
import type { ToHandoutWorker } from './handout-protocol.ts';
import { makeHandout } from './make-handout.ts';

/** The thread that one hand-out is made in. */
serveTask(make);

async function make(
  { request, baseUrl }: ToHandoutWorker,
  onItem: (done: number) => void,
): Promise<Blob> {
  const fonts = await loadPaperFaces((globalThis as unknown as { fonts: FontFaceSet }).fonts);
  const pages = await makeHandout(
    request,
    {
      kept: new Map(),
      measure: canvasMeasure(paperCanvas(1, 1)),
      open: ({ file }) => httpSource(new URL(file.path, baseUrl).href, file.bytes),
    },
    { onItem },
  );
  const { seance, territory } = request;
  const info = { title: seance.title, author: territory.name, made: new Date() };
  return new Blob([await pagesToPdf(pages, fonts, info)], { type: 'application/pdf' });
}
