import { creditOf } from '../domain/credit.ts';
import type { Layer } from '../domain/layer.ts';
import { findLicence } from '../domain/nomenclature/licences.ts';
import { HIGHLIGHT, INK, PAPER } from '../domain/style/colour.ts';
import { isPale } from '../domain/style/ground.ts';
import { drawPlan } from '../plan/draw-plan.ts';
import type { PlanDrawing, PlanFrame, PlanMark } from '../plan/plan.ts';
import { type PlanLegendEntry, planLegend } from '../plan/plan-legend.ts';
import { SWATCH_MM, type Swatch } from '../plan/swatch-marks.ts';
import { placeNotes } from './place-notes.ts';
import type { PrintExtra, PrintRequest } from './print-request.ts';
import type { PrintLayers } from './read-print-layers.ts';
import type { SheetContent, SheetLegendEntry, SheetLegendGroup } from './sheet-content.ts';
import { sheetStrings } from './strings.ts';

/** What the sheet of a request says, once its layers are there. Pure; takes what drawing the plan takes. */
export function sheetOfRequest(
  request: PrintRequest,
  frame: PlanFrame,
  { layers, missing }: PrintLayers,
  situation: PlanDrawing | null,
): SheetContent {
  const { territory, extras, parts } = request;
  const legend = planLegend(layers, frame);
  const notes = placeNotes(request.notes, frame);
  const shown = legend.filter(({ entries }) => entries.length > 0);
  const sorted = [...shown].sort((a, b) => Number(a.layer.base ?? 0) - Number(b.layer.base ?? 0));
  const drawn = layers
    .filter(({ drawnFrom, layer }) => drawnFrom === null && layer.producer !== '')
    .map(({ layer }) => layer);
  const dates = drawn.map(({ date }) => date).sort();
  return {
    paper: request.paper,
    orientation: request.orientation,
    title: request.title,
    subtitle: request.subtitle,
    territory: territory.name,
    banner: territory.banner,
    plan: drawPlan(
      frame,
      layers,
      extras,
      notes.map(({ plan }) => plan),
    ),
    legend: parts.legend
      ? [
          ...extras.map(extraGroup),
          ...sorted.map(({ layer, measure, entries }) => ({
            title: layer.title,
            measure: measure === layer.title ? null : measure,
            entries: entries.map(legendEntry),
          })),
        ]
      : null,
    notes: notes.map(({ plan: { number }, title, text }) => ({ number, title, text })),
    hasGrid: parts.grid,
    absent: [
      ...request.absent,
      ...legend.flatMap(({ layer, drawnFrom }) =>
        drawnFrom === null ? [] : [sheetStrings.fromScale(layer.title, drawnFrom)],
      ),
      ...missing.map(({ layer }) => sheetStrings.missing(layer.title)),
    ],
    situation,
    sources: sourcesOf(drawn),
    dates: dates.length > 0 ? [dates[0] as string, dates.at(-1) as string] : null,
    isBinding: drawn.some(isBinding),
    day: request.day,
  };
}

/** A sentence for the layers of each producer and licence; the words of a licence may name it already. */
export function sourcesOf(layers: readonly Layer[]): string[] {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const key = `${creditOf(layer)}\n${layer.licence}`;
    groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  return [...groups.values()].map((group) => {
    const { licence } = group[0] as Layer;
    const credit = creditOf(group[0] as Layer);
    const named = findLicence(credit);
    const isNamed = named !== null && named === findLicence(licence);
    return sheetStrings.source(isNamed ? credit : `${credit}, ${licence}`, group);
  });
}

/** Whether a layer shows a planning document, a risk plan or an easement, of which only the official text binds. */
export function isBinding({ standard = '', title }: Layer): boolean {
  return /\b(PLU|POS|CC|PPR|SUP)/.test(`${standard} ${title}`);
}

/** A pale line, as a street has, stands on ground: it would not be seen on white paper. */
function legendEntry({ label, swatch, symbol, geometry }: PlanLegendEntry): SheetLegendEntry {
  if (geometry !== 'line' || !symbol.line || !isPale(symbol.line)) return { label, swatch };
  const { widthMm: w, heightMm: h, marks } = swatch;
  const ground: PlanMark = {
    kind: 'area',
    rings: [Float64Array.of(0, 0, w, 0, w, h, 0, h, 0, 0)],
    fill: { colour: GROUND, opacity: 1 },
  };
  return { label, swatch: { ...swatch, marks: [ground, ...marks] } };
}

const GROUND = '#e2dccd';

/** What the legend says of what is highlighted. */
export function extraGroup({ kind, title }: PrintExtra): SheetLegendGroup {
  return { title, measure: null, entries: [{ label: title, swatch: extraSwatch(kind) }] };
}

function extraSwatch(kind: PrintExtra['kind']): Swatch {
  const { width: widthMm, height: heightMm } = SWATCH_MM;
  const inset = OUTLINE_MM / 2;
  const [l, t, r, b] = [inset, inset, widthMm - inset, heightMm - inset];
  const ring = Float64Array.of(l, t, r, t, r, b, l, b, l, t);
  const outline = (colour: string, width: number): PlanMark => ({
    kind: 'line',
    paths: [ring],
    stroke: { colour, opacity: 1, widthMm: width },
  });
  const marks: PlanMark[] =
    kind === 'answer'
      ? [
          { kind: 'area', rings: [ring], fill: { colour: HIGHLIGHT, opacity: 0.59 } },
          outline(INK, 0.9),
          outline(HIGHLIGHT, 0.45),
        ]
      : [outline(PAPER, OUTLINE_MM), outline(INK, 0.55)];
  return { widthMm, heightMm, marks };
}

/** The broadest line of a highlight in the legend. */
const OUTLINE_MM = 1.2;
