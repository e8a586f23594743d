import type { Answer } from '../../domain/answer.ts';
import type { RowFilter } from '../../domain/answer-view.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Extent } from '../../domain/units.ts';
import type { FollowOptions } from '../../export/export-in-worker.ts';
import {
  REPORT_MAP_MM,
  type ReportChart,
  type ReportMap,
  type ReportOrientation,
} from '../../export/report/report-content.ts';
import { fitFrame } from '../../plan/frame.ts';
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
 * The figures, the map and the chart of an answer's report. The map is a plan drawn in the metric CRS, of the whole answer, at the
 * largest round scale at which it fits the page.
 * @throws {AppError} what the engine throws.
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
  const frame = answer.extent && frameOf(answer.extent, catalogue, orientation);
  return {
    figures,
    map: frame && (await mapOf(source, layer, frame, options.signal)),
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
  { answer, catalogue, state, exports }: AnswerPartsSource,
  target: Layer,
  frame: PlanFrame,
  signal: AbortSignal | undefined,
): Promise<ReportMap> {
  const { layers, highlights } = await exports.printSource(state, imprimer.drawn, signal);
  const found = fr.answer.count(answer.count, answer.outOf, target.noun);
  const extras = highlights.map(({ kind, geometry }) =>
    kind === 'found'
      ? { kind: 'answer' as const, geometry, title: found }
      : { kind, geometry, title: imprimer.chosen('') },
  );
  const baseUrl = new URL('.', location.href).href;
  return { territory: catalogue.territory, frame, layers, extras, baseUrl };
}
