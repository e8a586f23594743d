import { dataToError } from '../../domain/errors.ts';
import { httpSource } from '../../loaders/byte-source.ts';
import { drawPlan } from '../../plan/draw-plan.ts';
import { planToCanvas } from '../../plan/to-canvas.ts';
import { serveTask } from '../../tasks/task.ts';
import { PAPER_FAMILY } from '../page-to-canvas.ts';
import { paperCanvas } from '../paper-canvas.ts';
import { loadPaperFaces } from '../paper-faces.ts';
import { readPrintLayers } from '../read-print-layers.ts';
import type { PictureRequest } from './picture-request.ts';

/** The thread that one picture of a plan is drawn in. */
serveTask(draw);

async function draw({ frame, extras, baseUrl, ...request }: PictureRequest): Promise<Blob> {
  const [{ layers, missing }] = await Promise.all([
    readPrintLayers(request, frame, {
      kept: new Map(),
      open: ({ file }) => httpSource(new URL(file.path, baseUrl).href, file.bytes),
    }),
    loadPaperFaces((globalThis as unknown as { fonts: FontFaceSet }).fonts),
  ]);
  if (missing[0]) throw dataToError(missing[0].error);
  const context = paperCanvas(frame.widthMm * PX_PER_MM, frame.heightMm * PX_PER_MM);
  planToCanvas(drawPlan(frame, layers, extras), context, PX_PER_MM, PAPER_FAMILY);
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

/** 300 dots an inch. */
const PX_PER_MM = 300 / 25.4;
/** Beyond it, files grow and nothing more is seen. */
const JPEG_QUALITY = 0.92;
