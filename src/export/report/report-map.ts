import type { Layer } from '../../domain/layer.ts';
import { httpSource } from '../../loaders/byte-source.ts';
import { columnsBlocks } from '../../paper/columns-blocks.ts';
import type { Block } from '../../paper/flow-blocks.ts';
import { INK, QUIET, WARNING } from '../../paper/ink.ts';
import { legendBlocks } from '../../paper/legend-blocks.ts';
import { readPrintLayers } from '../../paper/read-print-layers.ts';
import { scaleBlock } from '../../paper/scale-block.ts';
import { extraGroup, sourcesOf } from '../../paper/sheet-of-request.ts';
import { sheetStrings } from '../../paper/strings.ts';
import { textBlock } from '../../paper/text-block.ts';
import { drawPlan } from '../../plan/draw-plan.ts';
import { planLegend } from '../../plan/plan-legend.ts';
import { simplifyDrawing } from '../../plan/simplify-drawing.ts';
import type { DrawnReportMap, ReportMap, ReportOrientation } from './report-content.ts';
import { type ReportSetting, TYPE } from './report-setting.ts';
import { reportStrings } from './report-strings.ts';

/** Reads and draws the map of a report; layers that cannot be read are told by `absent`. */
export async function drawReportMap(map: ReportMap): Promise<DrawnReportMap> {
  const { frame, extras, baseUrl } = map;
  const { layers, missing } = await readPrintLayers(map, frame, {
    kept: new Map(),
    open: ({ file }) => httpSource(new URL(file.path, baseUrl).href, file.bytes),
  });
  const legend = planLegend(layers, frame);
  const shown = legend.filter(({ entries }) => entries.length > 0);
  const isTheme = ({ layer }: { layer: Layer }) => !layer.base;
  return {
    plan: simplifyDrawing(drawPlan(frame, layers, extras), UNSEEN_MM),
    titles: shown.map(({ layer }) => layer.title),
    sources: sourcesOf(shown.map(({ layer }) => layer).filter(({ producer }) => producer !== '')),
    legend: [
      ...extras.map(extraGroup),
      ...shown.filter(isTheme).map(({ layer, measure, entries }) => ({
        title: layer.title,
        measure: measure === layer.title ? null : measure,
        entries: entries.map(({ label, swatch }) => ({ label, swatch })),
      })),
    ],
    absent: [
      ...legend.flatMap(({ layer, drawnFrom }) =>
        drawnFrom === null ? [] : [sheetStrings.fromScale(layer.title, drawnFrom)],
      ),
      ...missing.map(({ layer }) => sheetStrings.missing(layer.title)),
    ],
  };
}

/** The map in its exact size, framed, with its scale, its bar, the north and its legend. */
export function mapBlocks(
  map: DrawnReportMap,
  title: string,
  orientation: ReportOrientation,
  pageMm: number,
  setting: ReportSetting,
): Block[] {
  const { width, measure } = setting;
  const { legend, absent, sources } = map;
  const count = LEGEND_COLUMNS[orientation];
  const columnMm = (width - (count - 1) * GAP_MM) / count;
  const entries = legendBlocks(legend, columnMm, LEGEND_TYPE, measure);
  const warning = { sizeMm: TYPE.small, weight: 'regular', colour: WARNING } as const;
  return [
    figureBlock(map, title),
    scaleRow(map.plan.frame.scale, setting),
    setting.heading(reportStrings.legend),
    ...columnsBlocks(entries, { columnMm, gapMm: GAP_MM, count, mostMm: pageMm * 0.8 }),
    ...absent.map((sentence) => textBlock(sentence, warning, { width, measure })),
    ...sources.map((sentence) => setting.quiet(sentence)),
  ];
}

function figureBlock({ plan: { frame, marks }, titles }: DrawnReportMap, title: string): Block {
  const { widthMm: width, heightMm: height, scale } = frame;
  const edge = Float64Array.of(0, 0, width, 0, width, height, 0, height, 0, 0);
  const stroke = { colour: INK, opacity: 1, widthMm: 0.25 };
  return {
    heightMm: height,
    spaceMm: 3,
    staysWithNext: true,
    place(x, y) {
      const box = { x, y, width, height };
      return {
        role: 'Figure',
        alt: sheetStrings.mapAlt(title, scale, titles),
        bookmark: reportStrings.map,
        drawings: [
          { box, marks },
          { box, isOpen: true, marks: [{ kind: 'line', paths: [edge], stroke }] },
        ],
      };
    },
  };
}

/** The scale in words at the left, its bar and the north at the right. */
function scaleRow(scale: number, { width, measure }: ReportSetting): Block {
  const bar = scaleBlock(scale, BAR_MM, TYPE.small * 0.85);
  const words = width - BAR_MM - GAP_MM;
  const named = textBlock(
    reportStrings.scale(scale),
    { sizeMm: TYPE.text * 1.1, weight: 'bold', colour: INK },
    { width: words, measure },
  );
  const paper = textBlock(
    reportStrings.paper,
    { sizeMm: TYPE.small, weight: 'regular', colour: QUIET },
    { width: words, measure },
  );
  return {
    heightMm: Math.max(bar.heightMm, named.heightMm + paper.heightMm),
    spaceMm: 1.6,
    place: (x, y) => ({
      role: 'Div',
      parts: [
        named.place(x, y),
        paper.place(x, y + named.heightMm),
        bar.place(x + width - BAR_MM, y),
      ],
    }),
  };
}

const LEGEND_COLUMNS: Record<ReportOrientation, number> = { portrait: 3, landscape: 4 };
const LEGEND_TYPE = { title: 6, subtitle: 3.4, heading: 3, text: 2.6, small: 2.2 };
const GAP_MM = 5;
const BAR_MM = 78;
/** Finer than the dots of a printer. */
const UNSEEN_MM = 0.05;
