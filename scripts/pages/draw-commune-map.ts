import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../src/domain/commune.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { fileSource } from '../../src/engine/file-source.ts';
import { rowsMeeting } from '../../src/geo/row-boxes.ts';
import { selectRows } from '../../src/geo/select-rows.ts';
import type { ByteSource } from '../../src/loaders/byte-source.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import type { CommuneMap, MapLayerWords } from '../../src/pages/map-view.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import { fitFrame, frameExtent } from '../../src/plan/frame.ts';
import type { PlanDrawing } from '../../src/plan/plan.ts';
import { planLegend } from '../../src/plan/plan-legend.ts';
import {
  type PlanLayer,
  readPlanLayers,
  readWholeLayers,
} from '../../src/plan/read-plan-layers.ts';
import { marksToSvg, planToSvg } from '../../src/plan/to-svg.ts';
import { scaleBarMarks } from './scale-bar-marks.ts';

/** The map of a commune: the picture, and what the page says of it. */
export interface DrawnMap {
  svg: string;
  map: CommuneMap;
}

/** What the maps of all communes are drawn of. */
export interface MapGround {
  catalogue: Catalogue;
  choice: PageChoice;
  open: (layer: Layer) => ByteSource;
  /** The layers of the choice, read once, with the classes alone that it keeps. */
  whole: ReadonlyMap<string, LayerTable>;
}

/** Reads the layers of the maps of a folder. @throws {AppError} as `readWholeLayers`. */
export async function readMapGround(
  folder: string,
  catalogue: Catalogue,
  choice: PageChoice,
): Promise<MapGround> {
  const baseUrl = pathToFileURL(`${resolve(folder)}/`).href;
  const open = ({ file }: Layer) => fileSource(new URL(file.path, baseUrl).href, file.bytes);
  const ids = choice.map.map(({ layer }) => layer);
  const whole = await readWholeLayers(catalogue, ids, open);
  for (const { layer: id, only } of choice.map) {
    const table = whole.get(id);
    if (only && table) whole.set(id, rowsOfKinds(findLayer(catalogue, id), table, only));
  }
  return { catalogue, choice, open, whole };
}

/**
 * Draws the map of a commune at the largest round scale that shows it whole, all around it whitened: SVG in the territory's metric CRS,
 * as wide as a column of the printed page. Some 60 ms.
 * @throws {AppError} as `readPlanLayers`.
 */
export async function drawCommuneMap(
  { code, extent }: CommuneSheet,
  { catalogue, choice, open, whole }: MapGround,
  words: MapLayerWords[],
): Promise<DrawnMap> {
  const frame = fitFrame(extent, catalogue.territory.metricCrs, WIDTH_MM, HEIGHT_MM, SCALES);
  const read = await readPlanLayers({
    catalogue,
    shown: choice.map.map(({ layer: id, opacity }) => ({ id, opacity })),
    extent: frameExtent(frame),
    scale: frame.scale,
    open,
    whole,
  });
  const layers = read.map((shown) => {
    const { table } = shown;
    if (isBeyond(shown)) return shown;
    return { ...shown, table: keepRows(table, rowsMeeting(table.geometry, extent)) };
  });
  const drawing = drawPlan(frame, layers, focusOn(code, layers));
  drawing.marks.push(...scaleBarMarks(frame));
  return {
    svg: lightSvg(drawing),
    map: {
      src: `${code}.svg`,
      widthMm: WIDTH_MM,
      heightMm: HEIGHT_MM,
      scale: frame.scale,
      legend: planLegend(layers, frame)
        .filter(
          ({ layer, entries }) => entries.length > 0 && !layer.base && layer.id !== COMMUNE_LAYER,
        )
        .map(({ layer, entries }) => ({
          title: layer.title,
          entries: entries.map(({ label, swatch: { marks, widthMm, heightMm } }) => ({
            label,
            swatch: marksToSvg(marks, widthMm, heightMm, { isWithin: true }),
          })),
        })),
      words,
    },
  };
}

/** The first of ever plainer pictures that is light enough for the page, or the plainest. */
function lightSvg(drawing: PlanDrawing): string {
  const marks = drawing.marks.filter(
    (mark) => mark.kind !== 'line' || mark.stroke.opacity >= LEAST_OPACITY,
  );
  let svg = '';
  for (const simplifyMm of SIMPLIFY_MM) {
    svg = planToSvg({ ...drawing, marks }, { simplifyMm });
    if (svg.length <= MOST_BYTES) break;
  }
  return svg;
}

/** Communes and lines that are few are drawn beyond the commune too; the rest, whitened there, would only weigh. */
function isBeyond({ layer, table }: PlanLayer): boolean {
  return layer.id === COMMUNE_LAYER || (layer.geometry === 'line' && table.geometry.length < FEW);
}

/** The rows of a layer whose class is one of these. */
function rowsOfKinds({ style }: Layer, table: LayerTable, kinds: readonly string[]): LayerTable {
  const values = table.columns[style.field ?? ''] ?? [];
  const rows = values.flatMap((value, row) => (kinds.includes(String(value)) ? [row] : []));
  return keepRows(table, Uint32Array.from(rows));
}

function keepRows({ geometry, columns }: LayerTable, rows: Uint32Array): LayerTable {
  const kept = Object.entries(columns).map(([name, values]) => {
    return [name, Array.from(rows, (row) => values[row] ?? null)] as const;
  });
  return { geometry: selectRows(geometry, rows), columns: Object.fromEntries(kept) };
}

/** The outline of the commune, of the layer of communes, if the map has it. */
function focusOn(code: string, layers: PlanLayer[]) {
  const communes = layers.find(({ layer }) => layer.id === COMMUNE_LAYER);
  if (!communes) return [];
  const row = communes.table.columns[communes.layer.key]?.indexOf(code) ?? -1;
  if (row < 0) return [];
  const geometry = selectRows(communes.table.geometry, Uint32Array.of(row));
  return [{ kind: 'focus' as const, geometry }];
}

/** Width of a column of the printed page; the height leaves room below it for the legend. */
const WIDTH_MM = 92;
const HEIGHT_MM = 100;
/** How far an outline may run beside its course: from what is not seen to what is hardly seen. */
const SIMPLIFY_MM = [0.1, 0.15, 0.2, 0.3, 0.4];
/** A page must come in less than 270 kB, of which the text of a town takes two thirds. */
const MOST_BYTES = 55_000;
/** Below this a line is not told from what it parts: the outlines of the zoning are a quarter of a town's picture. */
const LEAST_OPACITY = 0.12;
/** Denominators: finer steps than a plan's, so that a commune fills its picture. */
const SCALES = [10, 12.5, 15, 20, 25, 30, 40, 50, 60, 75, 100, 125, 150].map((k) => k * 1000);
const FEW = 150;
