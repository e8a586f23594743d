import type { AnswerGroup } from '../../domain/answer.ts';
import type { Value } from '../../domain/feature.ts';
import type { GeometryFamily } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import { type Placeholder, readPlaceholders } from '../../domain/reply-template.ts';
import { formatCount, formatDate, formatNumber, formatQuantity, formatSize } from './format.ts';
import { joinList } from './grammar.ts';
import { foldText } from './match-text.ts';

/** A column that a reply may speak of. */
export interface ReplyColumn {
  name: string;
  label?: string;
  unit?: string;
  /** Official code → meaning: a reply says the meaning. */
  codes?: Record<string, string>;
}

/** What a reply is made of: the rows of a statement, or of the features found. */
export interface ReplyContent {
  columns: readonly ReplyColumn[];
  /** The rows that the placeholders need; `count` are in the answer. */
  rows: readonly (readonly unknown[])[];
  count: number;
  /** Sum of the areas (m²) or lengths (m) of the features found, with their family. */
  total?: { value: number; family: GeometryFamily } | null;
  groups?: readonly AnswerGroup[];
  /** The field that the groups are of. */
  groupColumn?: ReplyColumn;
  /** The values of the parameters as a reader sees them: the name of a commune, not its code. */
  parameters?: Record<string, string>;
}

/** The sentence of an answer that holds nothing. */
export const NOTHING_FOUND = 'Rien ne répond à cette question avec ces choix.';

/** The French sentence that a template of `SavedQuestion.reply` makes of an answer. What is not known is an em dash. */
export function composeReply(template: string, content: ReplyContent): string {
  const parts = readPlaceholders(template);
  let sentence = '';
  let end = 0;
  for (const placeholder of parts) {
    sentence += template.slice(end, placeholder.start) + say(placeholder, content);
    end = placeholder.end;
  }
  return sentence + template.slice(end);
}

/** Whether a column holds years, by its label or name: they are neither cut in thousands nor measured. */
export function isYear(label: string): boolean {
  return /\b(annee|millesime)/.test(foldText(label).replaceAll('_', ' '));
}

function say({ name, part, nouns }: Placeholder, content: ReplyContent): string {
  if (name.startsWith('$')) return content.parameters?.[name.slice(1)] ?? UNKNOWN;
  if (name === 'rows') return sayNumber(content.count, nouns);
  if (name === 'groups') {
    const groups = content.groups ?? [];
    return part === 'list' ? sayGroups(groups, content) : sayNumber(groups.length, nouns);
  }
  if (name === 'total') return sayTotal(content.total);
  const index = content.columns.findIndex((column) => column.name === name);
  const column = content.columns[index];
  if (!column) return UNKNOWN;
  const values = content.rows.map((cells) => toValue(cells[index]));
  const said = summary(part, values, column);
  return typeof said === 'number' && nouns
    ? formatCount(said, nouns)
    : sayValue(said, column, part);
}

/** What a part of a column is: a value, or the text of a list. */
function summary(part: Placeholder['part'], values: Value[], column: ReplyColumn): Value {
  if (typeof part === 'number') return values[part - 1] ?? null;
  const numbers = values.filter((value) => typeof value === 'number');
  const distinct = [...new Set(values.filter((value) => value !== null && value !== ''))];
  switch (part) {
    case 'sum':
      return numbers.reduce((sum, value) => sum + value, 0);
    case 'min':
      return first(distinct, (a, b) => a < b);
    case 'max':
      return first(distinct, (a, b) => a > b);
    case 'count':
      return distinct.length;
    case 'list':
      return sayList(distinct.map((value) => sayValue(value, column)));
  }
}

/** The value that comes before all others: numbers by size, ISO dates by time, other texts by letter. */
function first(values: readonly Value[], isBefore: (a: Scalar, b: Scalar) => boolean): Value {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((a, b) => (isBefore(b, a) ? b : a)) : null;
}

function sayValue(value: Value, column: ReplyColumn, part?: Placeholder['part']): string {
  if (value === null || value === '') return UNKNOWN;
  const meaning = column.codes?.[String(value)];
  if (meaning !== undefined) return meaning;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return formatDate(value);
  if (part === 'count') return formatNumber(value, 0);
  if (isYear(column.label ?? column.name)) return String(value);
  return column.unit ? formatQuantity(value, column.unit) : formatNumber(value);
}

function sayNumber(value: number, nouns: Placeholder['nouns']): string {
  return nouns ? formatCount(value, nouns) : formatNumber(value, 0);
}

function sayTotal(total: ReplyContent['total']): string {
  if (!total) return UNKNOWN;
  return formatSize(total.value, total.family);
}

function sayGroups(groups: readonly AnswerGroup[], { groupColumn }: ReplyContent): string {
  const column = groupColumn ?? { name: '' };
  return sayList(
    groups.map(({ value, count }) => {
      const group = value === null ? 'non renseigné' : sayValue(value, column);
      return `${group} (${formatNumber(count, 0)})`;
    }),
  );
}

/** The first items, and how many others there are. */
function sayList(items: string[]): string {
  if (items.length === 0) return UNKNOWN;
  if (items.length <= MAX_LISTED + 1) return joinList(items, 'et');
  const others = items.length - MAX_LISTED;
  return joinList([...items.slice(0, MAX_LISTED), `${formatNumber(others, 0)} autres`], 'et');
}

function toValue(cell: unknown): Value {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof cell);
  return isPlain && !Number.isNaN(cell) ? (cell as Value) : null;
}

const MAX_LISTED = 5;
const UNKNOWN = '—';
