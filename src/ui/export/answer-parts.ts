import type { Answer } from '../../domain/answer.ts';
import type { RowFilter } from '../../domain/answer-view.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { legendOf, measureOf } from '../../domain/style/legend.ts';
import type { Extent } from '../../domain/units.ts';
import type { FollowOptions } from '../../export/export-in-worker.ts';
import {
  REPORT_MAP_MM,
  type ReportChart,
  type ReportLegend,
  type ReportMap,
  type ReportOrientation,
} from '../../export/report/report-content.ts';
import { swatchSvg } from '../../map/swatch.ts';
import { planPicture } from '../../paper/picture/plan-picture.ts';
import { fitFrame, frameZoom } from '../../plan/frame.ts';
import type { PlanFrame } from '../../plan/plan.ts';
import type { AppState } from '../../state/app-state.ts';
import type { Effects } from '../../state/effects.ts';
import type { ExportServices } from '../app-context.tsx';
import { inseeField } from '../question/commune-fields.ts';
import { exportsText } from '../strings/exports.ts';
import {
  formatArea,
  formatCount,
  formatLength,
  formatNumber,
  formatShare,
  formatValue,
  lowerFirst,
} from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { imprimer } from '../strings/imprimer.ts';
import type { ReportParts } from './export-source.ts';

/** What the parts of a report are made of. */
export interface AnswerPartsSource {
  answer: Answer;
  catalogue: Catalogue;
  state: AppState;
  effects: Effects;
  exports: ExportServices;
}

/**
 * The figures, the map, its legend and the chart of an answer's report. The map is a plan drawn in the metric CRS, of the whole answer, at
 * the largest round scale at which it fits the page.
 * @throws {AppError} what the engine and `planPicture` throw.
 */
export async function answerParts(
  source: AnswerPartsSource,
  filters: RowFilter[],
  orientation: ReportOrientation,
  options: FollowOptions,
): Promise<ReportParts> {
  const { answer, catalogue } = source;
  const layer = findLayer(catalogue, answer.question.target);
  const [figures, chart] = await Promise.all([
    figuresOf(source, layer, filters, options.signal),
    chartOf(source, layer, filters, options.signal),
  ]);
  options.onStep?.('map');
  const frame = answer.extent && frameOf(answer.extent, catalogue, orientation);
  return {
    figures,
    map: frame && (await mapOf(source, frame, options.signal)),
    legend: frame ? legendAt(source, layer, frame) : [],
    charts: chart ? [chart] : [],
  };
}

async function figuresOf(
  { answer, effects }: AnswerPartsSource,
  layer: Layer,
  filters: RowFilter[],
  signal: AbortSignal | undefined,
): Promise<ReportParts['figures']> {
  const size = answer.measures.find(({ kind }) => kind === 'area' || kind === 'length');
  const query = { kind: 'sums' as const, columns: size ? [size.name] : [] };
  const view = await effects.viewAnswer(answer.id, filters, query, signal);
  if (view.kind !== 'sums') return [];
  const total = view.sums[0]?.sum ?? null;
  return [
    { label: layer.noun[view.count < 2 ? 0 : 1], value: formatNumber(view.count, 0) },
    {
      label: exportsText.shareOf(formatCount(answer.outOf, layer.noun)),
      value: formatShare(view.count / Math.max(1, answer.outOf), 2),
    },
    ...(total === null || !size
      ? []
      : [
          size.kind === 'area'
            ? { label: fr.answer.totalArea.toLowerCase(), value: formatArea(total) }
            : { label: fr.answer.totalLength.toLowerCase(), value: formatLength(total) },
        ]),
  ];
}

/** Bars by what the question groups by, else by what tells the features of a layer apart: as a rule, their commune. */
async function chartOf(
  { answer, effects }: AnswerPartsSource,
  layer: Layer,
  filters: RowFilter[],
  signal: AbortSignal | undefined,
): Promise<ReportChart | null> {
  const name = answer.question.groupBy ?? layer.subtitleField ?? inseeField(layer)?.name;
  const field = layer.fields.find((candidate) => candidate.name === name);
  if (!field || answer.count === 0) return null;
  const query = { kind: 'groups' as const, column: field.name, sums: [] };
  const view = await effects.viewAnswer(answer.id, filters, query, signal);
  if (view.kind !== 'groups' || view.groups.length < 2) return null;
  const bars = view.groups.map(({ value, count }) => ({
    label: value === null ? fr.answer.notFilled : formatValue(value, field),
    value: count,
    text: formatNumber(count, 0),
  }));
  return { title: fr.answer.groups(lowerFirst(field.label)), bars };
}

function frameOf(
  extent: Extent,
  { territory }: Catalogue,
  orientation: ReportOrientation,
): PlanFrame {
  const { width, height } = REPORT_MAP_MM[orientation];
  return fitFrame(extent, territory.metricCrs, width, height);
}

async function mapOf(
  { catalogue, state, exports }: AnswerPartsSource,
  frame: PlanFrame,
  signal: AbortSignal | undefined,
): Promise<ReportMap> {
  const { layers, highlights } = await exports.printSource(state, imprimer.drawn, signal);
  const extras = highlights.map(({ kind, geometry }) => ({
    kind: kind === 'found' ? ('answer' as const) : kind,
    geometry,
  }));
  const { territory } = catalogue;
  const baseUrl = new URL('.', location.href).href;
  const picture = await planPicture({ territory, layers, extras, frame, baseUrl }, signal);
  const { widthMm, heightMm, scale } = frame;
  return { picture: new Uint8Array(await picture.arrayBuffer()), widthMm, heightMm, scale };
}

/** What the map shows at its scale: the answer, then the layers of themes from top to bottom. */
function legendAt(
  { answer, catalogue, state }: AnswerPartsSource,
  target: Layer,
  frame: PlanFrame,
): ReportLegend[] {
  const zoom = frameZoom(frame);
  const found = fr.answer.count(answer.count, answer.outOf, target.noun);
  const layers = state.shown.flatMap(({ id }) => {
    const layer = catalogue.layers.find((candidate) => candidate.id === id);
    return layer && !layer.base && zoom >= (layer.minZoom ?? 0) ? [layer] : [];
  });
  return [
    { title: found, measure: null, entries: [{ label: found, svg: ANSWER_SWATCH }] },
    ...layers.map((layer) => ({
      title: layer.title,
      measure: measureOf(layer),
      entries: legendOf(layer).map(({ label, symbol, geometry, height }) => ({
        label,
        svg: swatchSvg(symbol, geometry, height),
      })),
    })),
  ];
}

/** The highlight of an answer: yellow between two lines of ink. */
const ANSWER_SWATCH =
  '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="18" viewBox="0 0 28 18">' +
  '<rect x="3" y="3" width="22" height="12" fill="#ffd21f" fill-opacity="0.35" stroke="#1c2530" stroke-width="5"/>' +
  '<rect x="3" y="3" width="22" height="12" fill="none" stroke="#ffd21f" stroke-width="2.5"/></svg>';
