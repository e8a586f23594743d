import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER, type Commune } from '../../domain/commune.ts';
import type { Value } from '../../domain/feature.ts';
import type { SavedQuestion } from '../../domain/library.ts';
import type { SqlResult, SqlType } from '../../domain/sql-result.ts';
import type { Reply, Selection } from '../../state/app-state.ts';
import { formatSqlCell, isNumeric } from '../sql/sql-cell.ts';
import { isYear } from '../strings/compose-reply.ts';
import { upperFirst } from '../strings/format.ts';
import { shownUnit } from '../strings/shown-unit.ts';
import { tableColumns } from '../table/table-columns.ts';

/** One column of a reply as it is shown. */
export interface ReplyColumn {
  name: string;
  /** With the unit of its values, where they have one. */
  label: string;
  isNumber: boolean;
  format(value: Value | Uint8Array): string;
}

/** A row of a reply, in the order of its columns. */
export type ReplyRow = (Value | Uint8Array)[];

/** Whether a column holds codes, by its name: what a row is called is elsewhere. */
export const isCode = (name: string): boolean => /insee|code|^id(_|$)|_id$/.test(name);

/** Index of the column that names the rows: the name of a feature, or the first text of a statement that is no code. */
export function namingColumn(reply: Reply, columns: ReplyColumn[]): number {
  if (reply.kind === 'features') return 0;
  const name = columns.findIndex((column) => !column.isNumber && !isCode(column.name));
  return Math.max(0, name < 0 ? columns.findIndex(({ isNumber }) => !isNumber) : name);
}

/** The columns of a reply, less geometries: those of a statement, or of the features found. */
export function replyColumns(
  saved: SavedQuestion,
  reply: Reply,
  catalogue: Catalogue,
): ReplyColumn[] {
  return reply.kind === 'rows'
    ? statementColumns(saved, reply.result)
    : featureColumns(saved, reply.answer, catalogue);
}

/** The commune that a row names by its INSEE code or, failing that, by its name; null where it names none. */
export function communeOf(
  names: string[],
  row: ReplyRow,
  communes: Commune[] | null,
): Selection | null {
  const coded = row[names.findIndex((name) => INSEE_COLUMN.test(name))];
  const named = row[names.findIndex((name) => COMMUNE_COLUMN.test(name))];
  const code =
    typeof coded === 'string' ? coded : communes?.find(({ name }) => name === named)?.code;
  return code ? { layer: COMMUNE_LAYER, key: code } : null;
}

/** With the labels of the saved question. */
function statementColumns(saved: SavedQuestion, result: SqlResult): ReplyColumn[] {
  const columns = result.columns.filter(({ type }) => type !== 'geometry');
  return columns.map(({ name, type }) => {
    const { label = upperFirst(name.replaceAll('_', ' ')), unit } = saved.columns?.[name] ?? {};
    return {
      name,
      label: unit && shownUnit({ label, unit }) ? `${label} (${unit})` : label,
      isNumber: isNumeric(type),
      format: (value) => formatCell(value, type, label),
    };
  });
}

/** Their name, the attributes that the question speaks of, then what was measured: the Question screen has all others. */
function featureColumns(saved: SavedQuestion, answer: Answer, catalogue: Catalogue): ReplyColumn[] {
  const target = catalogue.layers.find(({ id }) => id === answer.question.target);
  if (!target) return [];
  const { titleField, subtitleField } = target;
  const text = JSON.stringify([saved.reply, saved.columns ?? {}, answer.question]);
  const isMeasure = ({ name }: { name: string }) =>
    answer.measures.some((measure) => measure.name === name);
  const isShown = ({ name }: { name: string }) =>
    name === titleField ||
    name === subtitleField ||
    isMeasure({ name }) ||
    text.includes(`"${name}"`) ||
    text.includes(`{${name}`);
  const columns = tableColumns(answer, target, catalogue).filter(isShown);
  const ordered = [...columns.filter((column) => !isMeasure(column)), ...columns.filter(isMeasure)];
  return ordered.map((column) => ({
    ...column,
    format: (value) => column.format(value instanceof Uint8Array ? null : value),
  }));
}

const COMMUNE_COLUMN = /^(commune|comm_nom)$/;
const INSEE_COLUMN = /^(comm_|code_)?insee$/;
const DIGITS = 2;

/** What is measured keeps two decimals. */
function formatCell(value: Value | Uint8Array, type: SqlType, label: string): string {
  if (typeof value !== 'number') return formatSqlCell(value, type);
  if (isYear(label)) return String(value);
  return formatSqlCell(Math.round(value * 10 ** DIGITS) / 10 ** DIGITS, type);
}
