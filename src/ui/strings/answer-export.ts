import type { Answer, MeasureColumn } from '../../domain/answer.ts';
import type { RowFilter } from '../../domain/answer-view.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { AnswerSelection } from '../../export/answer-content.ts';
import type { ExportColumn, ExportSource } from '../../export/export-content.ts';
import { answerCriteria } from './answer-criteria.ts';
import { formatCount, formatNumber, upperFirst } from './format.ts';
import { geometryCheck } from './geometry-check.ts';
import { joinList } from './grammar.ts';
import { measureLabel } from './measure-label.ts';
import { questionToSentence } from './question-sentence.ts';

/** What of an answer is wanted: its rows by filters, some columns by name or all (null). */
export interface AnswerScope {
  filters: RowFilter[];
  columns: string[] | null;
  /** Address that gives the answer again. */
  link: string;
}

/** What of an answer goes into a file, and the words that go with it: what was asked, sources, what must be known. */
export function answerSelection(
  answer: Answer,
  catalogue: Catalogue,
  { filters, columns, link }: AnswerScope,
): AnswerSelection {
  const layer = findLayer(catalogue, answer.question.target);
  const all = answerColumns(answer, layer, catalogue);
  const layers = catalogue.layers.filter(({ id }) => answer.versions[id] !== undefined);
  return {
    name: `arpent-${layer.id}`,
    title: upperFirst(layer.title),
    criteria: questionToSentence(answer.question, catalogue),
    conditions: answerCriteria(answer, catalogue),
    columns: columns
      ? columns.flatMap((name) => all.find((column) => column.name === name) ?? [])
      : all,
    filters,
    sources: layers.map((source) => sourceOf(source, answer.versions[source.id] ?? '')),
    notes: answerNotes(answer, catalogue, layers, filters),
    link,
  };
}

/** All columns of an answer: the fields of its layer, then its measures. */
export function answerColumns(answer: Answer, layer: Layer, catalogue: Catalogue): ExportColumn[] {
  const fields = layer.fields.map(({ name, label, type, unit, codes }): ExportColumn => {
    const isName = name === layer.titleField || name === layer.subtitleField;
    return {
      name,
      label,
      type,
      ...(unit && { unit }),
      ...(codes && { codes }),
      ...(isName && { isName }),
    };
  });
  const measures = answer.measures.map((measure): ExportColumn => {
    const label = upperFirst(withoutUnit(measureLabel(measure, layer, catalogue)));
    return { name: measure.name, label, type: 'number', isMeasure: true, ...unitOf(measure) };
  });
  return [...fields, ...measures];
}

/** The unit is a word of its own in a file; a share is written from 0 to 1. */
function withoutUnit(label: string): string {
  return label.replace(/ \([^()]*\)$/, '');
}

function unitOf({ kind, unit }: MeasureColumn): { unit?: string } {
  if (kind === 'share') return { unit: '0 à 1' };
  return unit ? { unit } : {};
}

function sourceOf(layer: Layer, version: string): ExportSource {
  const { title, producer, attribution, date } = layer;
  const licence = attribution ? `${layer.licence} (${attribution})` : layer.licence;
  return { title, producer, licence, date, version };
}

function answerNotes(
  answer: Answer,
  { layers, territory }: Catalogue,
  read: Layer[],
  filters: RowFilter[],
): string[] {
  const simulated = read.filter((layer) => layer.simulated).map(({ title }) => title);
  const faulty = Object.entries(answer.faulty).map(([id, count]) => {
    const noun = layers.find((layer) => layer.id === id)?.noun ?? (['objet', 'objets'] as const);
    return formatCount(count, noun);
  });
  return [
    ...(territory.banner ? [territory.banner] : []),
    ...(simulated.length > 0 ? [`Géométries simulées : ${joinList(simulated, 'et')}.`] : []),
    ...(faulty.length > 0 ? [geometryCheck.leftOut(joinList(faulty, 'et'))] : []),
    ...(filters.length > 0
      ? [
          `Lignes gardées par les filtres du tableau, sur ${formatNumber(answer.count, 0)} trouvées.`,
        ]
      : []),
  ];
}
