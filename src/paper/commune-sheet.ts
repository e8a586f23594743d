import type { Catalogue } from '../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { CommuneSheet } from '../domain/commune-sheet.ts';
import type { Layer } from '../domain/layer.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import type { PlanExtra } from '../plan/draw/draw-extras.ts';
import { drawPlan } from '../plan/draw-plan.ts';
import { fitFrame, frameExtent } from '../plan/frame.ts';
import type { PlanDrawing, PlanFrame } from '../plan/plan.ts';
import { planLegend } from '../plan/plan-legend.ts';
import { type PlanLayer, readPlanLayers } from '../plan/read-plan-layers.ts';
import { simplifyDrawing } from '../plan/simplify-drawing.ts';
import { communeFrames } from './commune/commune-frames.ts';
import { layOutCommune } from './commune/lay-out-commune.ts';
import type { Paper } from './paper-size.ts';
import { drawPage } from './pdf/draw-page.ts';
import {
  documentMeasure,
  endDocument,
  openDocument,
  type PaperFonts,
} from './pdf/open-document.ts';
import type { SheetLegendGroup } from './sheet-content.ts';

/** What the map of a commune is made of. */
export interface CommunePlanMeans {
  catalogue: Catalogue;
  /** Layers, topmost first, each with its opacity, 0 to 1. */
  shown: readonly { id: string; opacity: number }[];
  /** The file of a layer. */
  open: (layer: Layer) => ByteSource;
}

/**
 * The document of one commune as a PDF, in Node and in a page alike: its map at the largest round scale that shows it whole, its figures
 * and its lists. About half a second; the bytes depend on `made` alone beside the data.
 * @throws {AppError} as `readPlanLayers`.
 */
export async function communePdf(
  sheet: CommuneSheet,
  means: CommunePlanMeans & { fonts: PaperFonts; made: Date },
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { fonts, made, catalogue } = means;
  const frame = communeFrame(sheet, catalogue);
  const layers = await readCommunePlan(frame, means, signal);
  const document = openDocument(fonts, {
    title: sheet.name,
    author: sheet.territory.name,
    made,
  });
  const content = {
    paper: 'A4' as const,
    scale: frame.scale,
    plan: drawCommunePlan(sheet, frame, layers),
    legend: legendGroups(layers, frame),
    hasLists: true,
  };
  for (const page of layOutCommune(sheet, content, documentMeasure(document))) {
    drawPage(document, page);
  }
  return endDocument(document);
}

/** The frame of a commune's map, in the middle of its box: at a scale, or at the largest round one that shows it whole. */
export function communeFrame(
  { extent }: Pick<CommuneSheet, 'extent'>,
  { territory }: Catalogue,
  { paper = 'A4', scale }: { paper?: Paper; scale?: number } = {},
): PlanFrame {
  const { width, height } = communeFrames(paper).map;
  const frame = fitFrame(extent, territory.metricCrs, width, height, SCALES);
  return { ...frame, scale: scale ?? frame.scale };
}

/** The layers of a commune's map, in its frame. @throws {AppError} as `readPlanLayers`. */
export function readCommunePlan(
  frame: PlanFrame,
  { catalogue, shown, open }: CommunePlanMeans,
  signal?: AbortSignal,
): Promise<PlanLayer[]> {
  const { scale } = frame;
  return readPlanLayers({ catalogue, shown, extent: frameExtent(frame), scale, open }, signal);
}

/** The map of a commune, all around it whitened, where the plan has the layer of communes. */
export function drawCommunePlan(
  { code }: CommuneSheet,
  frame: PlanFrame,
  layers: readonly PlanLayer[],
): PlanDrawing {
  return simplifyDrawing(drawPlan(frame, layers, focusOn(code, layers)), UNSEEN_MM);
}

function focusOn(code: string, layers: readonly PlanLayer[]): PlanExtra[] {
  const communes = layers.find(({ layer }) => layer.id === COMMUNE_LAYER);
  const row = communes?.table.columns[communes.layer.key]?.indexOf(code) ?? -1;
  if (!communes || row < 0) return [];
  return [{ kind: 'focus', geometry: selectRows(communes.table.geometry, Uint32Array.of(row)) }];
}

/** The legend of the layers of themes that the frame shows something of; communes are named on the map. */
export function legendGroups(layers: readonly PlanLayer[], frame: PlanFrame): SheetLegendGroup[] {
  return planLegend(layers, frame)
    .filter(({ entries, layer }) => entries.length > 0 && !layer.base && layer.id !== COMMUNE_LAYER)
    .map(({ layer, measure, entries }) => ({
      title: layer.title,
      measure: measure === layer.title ? null : measure,
      entries: entries.map(({ label, swatch }) => ({ label, swatch })),
    }));
}

/** Denominators: finer steps than a plan's, so that a commune fills its map. */
const SCALES = [5, 7.5, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 75, 100, 125, 150].map(
  (thousands) => thousands * 1000,
);

/** Finer than the dots of a printer. */
const UNSEEN_MM = 0.06;
