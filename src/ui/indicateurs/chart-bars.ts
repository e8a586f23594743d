import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import type { Reply, Selection } from '../../state/app-state.ts';
import { isYear } from '../strings/compose-reply.ts';
import { formatNumber, formatValue } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { communeOf, isCode, type ReplyColumn, type ReplyRow } from './reply-columns.ts';

/** One bar of a chart, and what it stands for on the map. */
export interface Bar {
  key: string;
  label: string;
  value: number;
  text: string;
  /** The commune that it is of, or null. */
  feature: Selection | null;
  /** The value of the question's `groupBy` field that it counts; absent where it counts none. */
  group?: Scalar;
}

/** A chart of horizontal bars. */
export interface Chart {
  /** Name of the column that the bars measure. */
  column: string;
  /** What the bars are of, and what they measure: headings of a table as well. */
  category: string;
  measure: string;
  bars: Bar[];
}

/** The charts of a reply, one for each number that its bars may be of; none where nothing in it can be one. */
export function chartsOfReply(
  reply: Reply,
  catalogue: Catalogue,
  columns: ReplyColumn[],
  rows: ReplyRow[],
  communes: Commune[] | null,
): Chart[] {
  if (reply.kind === 'rows') return chartsOfRows(columns, rows, communes);
  return chartsOfGroups(reply.answer, findLayer(catalogue, reply.answer.question.target));
}

/** The charts of the rows of a statement: each of its numbers against its first text that names a thing. */
function chartsOfRows(
  columns: ReplyColumn[],
  rows: ReplyRow[],
  communes: Commune[] | null,
): Chart[] {
  const texts = columns.filter(({ isNumber, name }) => !isNumber && !isCode(name));
  const category = texts[0] ?? columns.find(({ isNumber }) => !isNumber) ?? yearColumn(columns);
  if (!category) return [];
  const measures = columns.filter(
    (column) => column.isNumber && column !== category && !isYear(column.label),
  );
  const names = columns.map(({ name }) => name);
  const features = rows.map((row) => communeOf(names, row, communes));
  return measures.map((measure) => ({
    column: measure.name,
    category: category.label,
    measure: measure.label,
    bars: barsOf(columns, rows, features, category, measure),
  }));
}

function barsOf(
  columns: ReplyColumn[],
  rows: ReplyRow[],
  features: (Selection | null)[],
  category: ReplyColumn,
  measure: ReplyColumn,
): Bar[] {
  const [at, valueAt] = [columns.indexOf(category), columns.indexOf(measure)];
  return rows.map((row, index) => {
    const value = row[valueAt] ?? null;
    return {
      key: String(index),
      label: category.format(row[at] ?? null),
      value: typeof value === 'number' ? value : 0,
      text: measure.format(value),
      feature: features[index] ?? null,
    };
  });
}

/** The chart of the groups of an answer: how many features have each value. */
function chartsOfGroups(answer: Answer, target: Layer): Chart[] {
  const field = target.fields.find(({ name }) => name === answer.question.groupBy);
  if (!field || answer.groups.length === 0) return [];
  const bars = answer.groups.map(
    ({ value, count }): Bar => ({
      key: String(value),
      label: value === null ? fr.answer.notFilled : formatValue(value, field),
      value: count,
      text: formatNumber(count, 0),
      feature: null,
      ...(value === null ? {} : { group: value }),
    }),
  );
  return [{ column: 'groups', category: field.label, measure: fr.answer.groupCount, bars }];
}

/** A series by year has no text: its years are what the bars are of. */
function yearColumn(columns: ReplyColumn[]): ReplyColumn | undefined {
  return columns.filter(({ isNumber }) => isNumber).length > 1 ? columns[0] : undefined;
}
