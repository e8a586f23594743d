import type { ErrorData } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import { frameAround } from '../plan/frame.ts';
import type { PlanDrawing, PlanFrame } from '../plan/plan.ts';
import { drawSituation, situationFrame } from './draw-situation.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import type { Page, TextMeasure } from './page.ts';
import type { PrintRequest } from './print-request.ts';
import { type PrintFiles, readPrintLayers } from './read-print-layers.ts';
import { sheetFrames } from './sheet-frames.ts';
import { sheetOfRequest } from './sheet-of-request.ts';

/** The pages of a sheet, and the layers that are missing from it. */
export interface Sheet {
  pages: Page[];
  missing: { layer: Layer; error: ErrorData }[];
}

/** What making a sheet needs of where it runs. */
export interface SheetMeans extends PrintFiles {
  measure: TextMeasure;
}

/** Reads what a sheet needs and lays it out. Rejects with the reason of `signal` alone: layers that fail are `missing`. */
export async function makeSheet(
  request: PrintRequest,
  means: SheetMeans,
  options: { signal?: AbortSignal; onRead?: (done: number) => void } = {},
): Promise<Sheet> {
  const frame = printFrame(request);
  const read = await readPrintLayers(request, frame, means, options);
  const situation = await readSituation(request, frame, means, options.signal);
  options.signal?.throwIfAborted();
  const content = sheetOfRequest(request, frame, read, situation);
  return { pages: layOutSheet(content, means.measure), missing: read.missing };
}

/** The frame of the plan of a request: what its paper leaves for it, around its centre. */
export function printFrame({
  paper,
  orientation,
  territory,
  centre,
  scale,
}: Pick<PrintRequest, 'paper' | 'orientation' | 'territory' | 'centre' | 'scale'>): PlanFrame {
  const { map } = sheetFrames(paper, orientation);
  return frameAround(centre, territory.metricCrs, scale, map.width, map.height);
}

/** Null where the reader wants none, or the communes cannot be read: the sheet is then as it is without. */
async function readSituation(
  { parts, communes, territory, paper, orientation }: PrintRequest,
  sheet: PlanFrame,
  means: SheetMeans,
  signal: AbortSignal | undefined,
): Promise<PlanDrawing | null> {
  if (!parts.situation || !communes) return null;
  const width = sheetFrames(paper, orientation).columns[0]?.width ?? 0;
  const frame = situationFrame(territory, Math.min(width, MOST_MM));
  const layer = { ...communes, minZoom: 0 };
  const wanted = { territory, layers: [{ layer, opacity: 1, table: null }] };
  const { layers } = await readPrintLayers(wanted, frame, means, signal ? { signal } : {});
  return layers[0] ? drawSituation(frame, layers[0], sheet) : null;
}

/** Width of the map of the situation. */
const MOST_MM = 54;
