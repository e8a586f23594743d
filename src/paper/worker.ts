import { errorToData, isAbort } from '../domain/errors.ts';
import { httpSource } from '../loaders/byte-source.ts';
import { makeSheet } from './make-sheet.ts';
import type { Page } from './page.ts';
import { canvasMeasure, pageToCanvas } from './page-to-canvas.ts';
import { paperCanvas } from './paper-canvas.ts';
import { loadPaperFaces } from './paper-faces.ts';
import type { PaperFonts } from './pdf/open-document.ts';
import { withResolution } from './png-resolution.ts';
import type { FromPrintWorker, PrintResult, ToPrintWorker } from './print-protocol.ts';
import type { PrintRequest } from './print-request.ts';
import type { PrintFiles } from './read-print-layers.ts';

/** The thread that sheets are made in: it keeps the layers that it has read for the next preview. */
const kept: PrintFiles['kept'] = new Map();
const running = new Map<number, AbortController>();
let faces: Promise<PaperFonts> | null = null;

globalThis.onmessage = ({ data }: MessageEvent<ToPrintWorker>) => {
  if (data.kind === 'cancel') running.get(data.id)?.abort();
  else void answer(data);
};

type Asked = Extract<ToPrintWorker, { kind: 'print' }>;

function send(message: FromPrintWorker, moved: Transferable[] = []): void {
  globalThis.postMessage(message, { transfer: moved });
}

async function answer(asked: Asked): Promise<void> {
  const { id } = asked;
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const result = await print(asked, controller.signal);
    send({ id, kind: 'done', result }, result.preview ? [result.preview] : []);
  } catch (error) {
    send({ id, kind: 'failed', error: isAbort(error) ? 'aborted' : errorToData(error) });
  } finally {
    running.delete(id);
  }
}

async function print(
  { id, request, baseUrl, as, without }: Asked,
  signal: AbortSignal,
): Promise<PrintResult> {
  faces ??= loadPaperFaces((globalThis as unknown as { fonts: FontFaceSet }).fonts);
  const fonts = await faces.catch((error) => {
    faces = null;
    throw error;
  });
  const total = request.layers.length;
  const sheet = await makeSheet(
    request,
    {
      kept,
      measure: canvasMeasure(paperCanvas(1, 1)),
      open: ({ file }) => httpSource(new URL(file.path, baseUrl).href, file.bytes),
    },
    {
      signal,
      onRead(done) {
        const step = done < total ? ({ kind: 'layers', done, total } as const) : DRAW;
        send({ id, kind: 'step', step });
      },
    },
  );
  const missing = sheet.missing.map(({ layer, error }) => ({
    id: layer.id,
    title: layer.title,
    error,
  }));
  const result = { preview: null, files: [], pages: sheet.pages.length, missing };
  if (typeof as === 'object') {
    return { ...result, preview: previewOf(sheet.pages[0] as Page, as.widthPx) };
  }
  if (missing.some((layer) => !without.includes(layer.id))) return result;
  send({ id, kind: 'step', step: { kind: 'write' } });
  const files =
    as === 'pdf'
      ? [await pdfOf(sheet.pages, fonts, request)]
      : await Promise.all(sheet.pages.map((page) => pngOf(page)));
  return { ...result, files };
}

const DRAW = { kind: 'draw' } as const;

async function pdfOf(pages: Page[], fonts: PaperFonts, request: PrintRequest): Promise<Blob> {
  const { pagesToPdf } = await import('./pdf/write-pages.ts');
  const { title, subtitle, territory } = request;
  const info = { title, subject: subtitle, author: territory.name, made: new Date() };
  return new Blob([await pagesToPdf(pages, fonts, info)], { type: 'application/pdf' });
}

async function pngOf(page: Page): Promise<Blob> {
  const pxPerMm = DOTS_PER_INCH / 25.4;
  const context = paperCanvas(page.widthMm * pxPerMm, page.heightMm * pxPerMm);
  pageToCanvas(page, context, pxPerMm);
  const blob = await context.canvas.convertToBlob({ type: 'image/png' });
  const png = withResolution(new Uint8Array(await blob.arrayBuffer()), DOTS_PER_INCH);
  return new Blob([png], { type: 'image/png' });
}

function previewOf(page: Page, widthPx: number): ImageBitmap {
  const pxPerMm = widthPx / page.widthMm;
  const context = paperCanvas(widthPx, page.heightMm * pxPerMm);
  pageToCanvas(page, context, pxPerMm);
  return context.canvas.transferToImageBitmap();
}

const DOTS_PER_INCH = 300;
