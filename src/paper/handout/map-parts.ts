import type { Layer } from '../../domain/layer.ts';
import { drawPlan } from '../../plan/draw-plan.ts';
import { fitFrame } from '../../plan/frame.ts';
import type { PlanDrawing } from '../../plan/plan.ts';
import { planLegend } from '../../plan/plan-legend.ts';
import { type Block, flowBlocks } from '../flow-blocks.ts';
import { INK, QUIET, WARNING } from '../ink.ts';
import type { SheetType } from '../lay-out-sheet.ts';
import { legendBlocks } from '../legend-blocks.ts';
import type { Box, PagePart, TextMeasure } from '../page.ts';
import { type PrintFiles, readPrintLayers } from '../read-print-layers.ts';
import { scaleBlock } from '../scale-block.ts';
import type { SheetLegendGroup } from '../sheet-content.ts';
import { extraGroup } from '../sheet-of-request.ts';
import { sheetStrings } from '../strings.ts';
import { textBlock } from '../text-block.ts';
import type { HandoutItem, HandoutRequest } from './handout-request.ts';
import { handoutStrings as words } from './handout-strings.ts';

/** The maps of an item drawn to the sizes of their boxes, and all that their legend says. */
export interface DrawnMaps {
  maps: { label: string | null; drawing: PlanDrawing; titles: string[] }[];
  legend: SheetLegendGroup[];
  /** Layers of the base map that are there. */
  base: string[];
  /** What the scene shows and the page does not, one sentence each. */
  absent: string[];
}

/** Reads and draws the maps of an item, as large as their boxes allow. Rejects with the reason of `signal` alone. */
export async function drawMaps(
  { item, maps }: HandoutItem,
  boxes: readonly Box[],
  { territory }: Pick<HandoutRequest, 'territory'>,
  files: PrintFiles,
  signal?: AbortSignal,
): Promise<DrawnMaps> {
  const drawn: DrawnMaps = { maps: [], legend: [], base: [], absent: [] };
  for (const [i, { label, layers, extras }] of maps.entries()) {
    const { width, height } = boxes[i] as Box;
    const { extent } = item.scene;
    const frame = fitFrame(extent, territory.metricCrs, width, height, SCALES);
    const options = signal ? { signal } : {};
    const read = await readPrintLayers({ territory, layers }, frame, files, options);
    const legend = planLegend(read.layers, frame);
    const shown = legend.filter(({ entries }) => entries.length > 0);
    const isBase = ({ layer }: { layer: Layer }) => layer.base === true;
    drawn.maps.push({
      label,
      drawing: drawPlan(frame, read.layers, extras),
      titles: shown.map(({ layer }) => layer.title),
    });
    add(
      drawn.base,
      shown.filter(isBase).map(({ layer }) => layer.title),
    );
    add(drawn.absent, [
      ...legend.flatMap(({ layer, drawnFrom }) =>
        drawnFrom === null ? [] : [sheetStrings.fromScale(layer.title, drawnFrom)],
      ),
      ...read.missing.map(({ layer }) => sheetStrings.missing(layer.title)),
    ]);
    const groups = [
      ...extras.map(extraGroup),
      ...shown
        .filter((group) => !isBase(group))
        .map(({ layer, measure, entries }) => ({
          title: layer.title,
          measure: measure === layer.title ? null : measure,
          entries: entries.map(({ label: text, swatch }) => ({ label: text, swatch })),
        })),
    ];
    for (const group of groups) {
      if (!drawn.legend.some(({ title }) => title === group.title)) drawn.legend.push(group);
    }
  }
  return drawn;
}

/** The maps in their boxes, framed, each with what it is called and shows. */
export function mapParts(drawn: DrawnMaps, boxes: readonly Box[], title: string): PagePart[] {
  return drawn.maps.map(({ label, drawing, titles }, i) => {
    const box = boxes[i] as Box;
    const { scale } = drawing.frame;
    return {
      role: 'Figure',
      alt: sheetStrings.mapAlt(label ? `${title}, ${label}` : title, scale, titles),
      drawings: [
        { box, marks: drawing.marks },
        {
          box,
          isOpen: true,
          marks: [
            {
              kind: 'line',
              paths: [
                Float64Array.of(0, 0, box.width, 0, box.width, box.height, 0, box.height, 0, 0),
              ],
              stroke: { colour: INK, opacity: 1, widthMm: 0.25 },
            },
          ],
        },
      ],
      ...(label
        ? {
            lines: [
              {
                text: label,
                x: box.x,
                y: box.y - 1.2,
                sizeMm: 3,
                weight: 'bold' as const,
                colour: INK,
              },
            ],
          }
        : {}),
    };
  });
}

/** The scale and the legend beside or below the maps, in the largest type in which all of it has room; beyond, on further pages. */
export function legendParts(drawn: DrawnMaps, columns: Box[], measure: TextMeasure): PagePart[][] {
  const width = columns[0]?.width ?? 0;
  const pages = SIZES.map((type) =>
    flowBlocks(legendColumn(drawn, width, type, measure), columns, columns),
  );
  return pages.find(({ length }) => length === 1) ?? (pages.at(-1) as PagePart[][]);
}

function legendColumn(
  { maps, legend, base, absent }: DrawnMaps,
  width: number,
  type: SheetType,
  measure: TextMeasure,
): Block[] {
  const scale = maps[0]?.drawing.frame.scale;
  const bold = { sizeMm: type.heading, weight: 'bold', colour: INK } as const;
  const quiet = { sizeMm: type.small, weight: 'regular', colour: QUIET } as const;
  const warning = { sizeMm: type.small, weight: 'regular', colour: WARNING } as const;
  return [
    ...(scale === undefined
      ? []
      : [
          textBlock(sheetStrings.scale(scale), bold, { width, measure }),
          scaleBlock(scale, width, type.text),
        ]),
    textBlock(sheetStrings.legend, bold, {
      width,
      measure,
      role: 'H2',
      spaceMm: 3,
      staysWithNext: true,
    }),
    ...legendBlocks(legend, width, type, measure),
    ...(base.length > 0
      ? [textBlock(words.base(base), quiet, { width, measure, spaceMm: 2 })]
      : []),
    ...absent.map((sentence) => textBlock(sentence, warning, { width, measure, spaceMm: 1 })),
  ];
}

function add(list: string[], more: readonly string[]): void {
  for (const one of more) if (!list.includes(one)) list.push(one);
}

const SIZES: SheetType[] = [1, 0.9, 0.8, 0.7].map((factor) => ({
  title: 6,
  subtitle: 3.4,
  heading: 3 * factor,
  text: 2.5 * factor,
  small: 2.1 * factor,
}));

/** Scales of the maps: finer steps than those of plans, for a page has room for one size alone. */
const SCALES: number[] = [100, 1000, 10_000, 100_000].flatMap((power) =>
  [1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8].map((factor) => factor * power),
);
