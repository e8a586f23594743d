import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../src/domain/commune.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { fileSource } from '../../src/engine/file-source.ts';
import { selectRows } from '../../src/geo/select-rows.ts';
import type { CommuneMap, MapLayerWords } from '../../src/pages/map-view.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import { fitFrame, frameExtent } from '../../src/plan/frame.ts';
import { planLegend } from '../../src/plan/plan-legend.ts';
import { type PlanLayer, readPlanLayers } from '../../src/plan/read-plan-layers.ts';
import { marksToSvg, planToSvg } from '../../src/plan/to-svg.ts';
import { scaleBarMarks } from './scale-bar-marks.ts';

/** The map of a commune: the picture, and what the page says of it. */
export interface DrawnMap {
  svg: string;
  map: CommuneMap;
}

/**
 * Draws the map of a commune at the largest round scale that shows it whole, all around it whitened: SVG in the territory's metric CRS,
 * as wide as a column of the printed page. About 100 ms.
 * @throws {AppError} as `readPlanLayers`.
 */
export async function drawCommuneMap(
  { code, extent }: CommuneSheet,
  site: { folder: string; catalogue: Catalogue; choice: PageChoice },
  words: MapLayerWords[],
): Promise<DrawnMap> {
  const { folder, catalogue, choice } = site;
  const baseUrl = pathToFileURL(`${resolve(folder)}/`).href;
  const frame = fitFrame(extent, catalogue.territory.metricCrs, WIDTH_MM, HEIGHT_MM);
  const layers = await readPlanLayers({
    catalogue,
    shown: choice.map.map(({ layer: id, opacity }) => ({ id, opacity })),
    extent: frameExtent(frame),
    scale: frame.scale,
    open: ({ file }) => fileSource(new URL(file.path, baseUrl).href, file.bytes),
  });
  const drawing = drawPlan(frame, layers, focusOn(code, layers));
  drawing.marks.push(...scaleBarMarks(frame));
  return {
    svg: planToSvg(drawing, { simplifyMm: SIMPLIFY_MM }),
    map: {
      src: `${code}.svg`,
      widthMm: WIDTH_MM,
      heightMm: HEIGHT_MM,
      scale: frame.scale,
      legend: planLegend(layers, frame)
        .filter(({ layer, entries }) => entries.length > 0 && layer.id !== COMMUNE_LAYER)
        .map(({ layer, entries }) => ({
          title: layer.title,
          entries: entries.map(({ label, swatch: { marks, widthMm, heightMm } }) => ({
            label,
            swatch: marksToSvg(marks, widthMm, heightMm),
          })),
        })),
      words,
    },
  };
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
/** Half of what a printer's dot is. */
const SIMPLIFY_MM = 0.04;
