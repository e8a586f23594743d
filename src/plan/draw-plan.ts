import { PAPER } from '../domain/style/colour.ts';
import { isLarge } from '../domain/style/large-layer.ts';
import { extraMarks, type PlanExtra } from './draw/draw-extras.ts';
import { labelMarks } from './draw/draw-labels.ts';
import { areaMarks, dotMarks, lineMarks, type PaperLayer } from './draw/draw-layer.ts';
import { noteDisc, noteMarks, type PlanNote } from './draw/note-marks.ts';
import { frameZoom } from './frame.ts';
import { paperRows } from './paper-rows.ts';
import { type AreaMark, BLEED_MM, type PlanDrawing, type PlanFrame } from './plan.ts';
import { PIXEL_MM } from './plan-zoom.ts';
import type { PlanLayer } from './read-plan-layers.ts';

/**
 * The map of a frame: the layers, topmost first, in the order of paint of the web map (paper, tints of the base map, areas of the
 * themes, lines of the base map, lines, then points of the themes), then the `extras`, then the names, then the `notes`. Pure; some 2 µs a vertex.
 */
export function drawPlan(
  frame: PlanFrame,
  layers: readonly PlanLayer[],
  extras: readonly PlanExtra[] = [],
  notes: readonly PlanNote[] = [],
): PlanDrawing {
  const stack = paperLayers(frame, layers).reverse();
  const base = stack.filter(({ layer }) => layer.base);
  const themes = stack.filter(({ layer }) => !layer.base);
  const isOfPolygons = ({ layer }: PaperLayer) => layer.geometry === 'polygon';
  const isOfLines = ({ layer }: PaperLayer) => layer.geometry === 'line';
  const outlined = (drawn: PaperLayer) => isOfPolygons(drawn) && !isLarge(drawn.layer);
  const dots = [...base, ...themes].flatMap(dotMarks);
  return {
    frame,
    marks: [
      background(frame),
      ...base.filter(isOfPolygons).flatMap(areasOf),
      ...themes.filter(isOfPolygons).flatMap(areasOf),
      ...base.filter(isOfLines).flatMap(lineMarks),
      ...base.filter(outlined).flatMap(lineMarks),
      ...themes.filter((drawn) => isOfLines(drawn) || outlined(drawn)).flatMap(lineMarks),
      ...dots,
      ...extras.flatMap((extra) => extraMarks(frame, extra)),
      ...labelMarks(frame, stack, [...dots, ...notes.map(noteDisc)]),
      ...notes.flatMap(noteMarks),
    ],
  };
}

/** The outlines of a large layer stay below the streets that part its parcels. */
function areasOf(drawn: PaperLayer) {
  return [...areaMarks(drawn), ...(isLarge(drawn.layer) ? lineMarks(drawn) : [])];
}

function paperLayers(frame: PlanFrame, layers: readonly PlanLayer[]): PaperLayer[] {
  const zoom = frameZoom(frame);
  const { pixelMm = PIXEL_MM } = frame;
  return layers.map((shown) => ({
    ...shown,
    rows: paperRows(shown.table.geometry, frame),
    scale: { zoom, pixelMm, opacity: shown.opacity },
  }));
}

function background({ widthMm, heightMm }: PlanFrame): AreaMark {
  const [left, top] = [-BLEED_MM, -BLEED_MM];
  const [right, bottom] = [widthMm + BLEED_MM, heightMm + BLEED_MM];
  const ring = Float64Array.of(left, top, right, top, right, bottom, left, bottom, left, top);
  return { kind: 'area', rings: [ring], fill: { colour: PAPER, opacity: 1 } };
}
