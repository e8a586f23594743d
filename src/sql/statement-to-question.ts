import type { Catalogue } from '../domain/catalogue.ts';
import { checkQuestion } from '../domain/check-question.ts';
import { AppError, type ErrorData, errorToData } from '../domain/errors.ts';
import type { Question } from '../domain/question.ts';
import type { Expression } from './expression.ts';
import { checkReadOnly } from './guard.ts';
import { type Place, placeOf } from './place.ts';
import {
  allOf,
  fieldOf,
  GEOM,
  type QuestionNote,
  type Reading,
  resolveColumn,
} from './question-rows.ts';
import {
  checkClauses,
  readExists,
  readKeys,
  readSelection,
  type Selection,
} from './read-selection.ts';
import { readStatement } from './read-statement.ts';
import { Refusal, type RefusalReason } from './refusal.ts';
import { isAggregate } from './select-items.ts';
import type { Token } from './tokens.ts';

/** A statement as a question that finds the same features, or why it is none, with the place in the statement. */
export type QuestionReading =
  | { kind: 'question'; question: Question; notes: QuestionNote[] }
  | { kind: 'refused'; reason: RefusalReason; word: string; end: number; place: Place }
  /** It reads as a question, which the catalogue does not allow; or the statement is none that may be run. */
  | { kind: 'unfit'; error: ErrorData };

/**
 * The question that a statement asks: rows of one layer, `WHERE` as conditions, `EXISTS`, `SEMI JOIN`, `ANTI JOIN` and joins
 * under `DISTINCT` as relations, `GROUP BY` with counts as its groups. Statements that `questionToSql` writes for DuckDB come
 * back as their question. Columns and order are a matter of the table and are passed over.
 * `notes` tell where the question is not quite the statement: `contains` ignores case and accents, `LIKE` does not.
 */
export function statementToQuestion(sql: string, catalogue: Catalogue): QuestionReading {
  let tokens: Token[] = [];
  try {
    tokens = checkReadOnly(sql);
    const notes = new Set<QuestionNote>();
    const question = readQuestion(sql, tokens, catalogue, notes);
    checkQuestion(question, catalogue);
    return { kind: 'question', question, notes: [...notes] };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'unfit', error: errorToData(error) };
    if (!(error instanceof Refusal)) throw error;
    const { start, end } = error.span;
    const from = tokens[start]?.start ?? sql.length;
    const to = Math.max(from, tokens[end - 1]?.end ?? sql.length);
    const word = sql.slice(from, to);
    return { kind: 'refused', reason: error.reason, word, end: to, place: placeOf(sql, from) };
  }
}

function readQuestion(
  sql: string,
  tokens: Token[],
  catalogue: Catalogue,
  notes: Set<QuestionNote>,
): Question {
  const query = readStatement(tokens);
  if (!query) throw new Refusal('not-select', { start: 0, end: 1 });
  const reading: Reading = {
    sql,
    tokens,
    catalogue,
    notes,
    readKeys: (inner, names) => readKeys(inner, names, reading),
    readExists: (expression, names) => readExists(expression, names, reading),
  };
  const selection = readSelection(query, null, reading);
  checkClauses(selection.clauses, ['select', 'from', 'where', 'group', 'order']);
  const { layer } = selection.names.rows;
  const groupBy = checkColumns(selection, tokens);
  const where = allOf(selection.conditions);
  return { target: layer.id, where, ...(groupBy === null ? {} : { groupBy }) };
}

/** The field that a selection is grouped by, or null. @throws {Refusal} where its rows are not features or their count. */
function checkColumns(selection: Selection, tokens: Token[]): string | null {
  const { items, groupBy, names, repeatedBy, isDistinct } = selection;
  const isKey = (expression: Expression) =>
    fieldOf(expression, names)?.name === names.rows.layer.key;
  const isOwn = ({ kind, ...rest }: Expression) =>
    kind === 'star' ? 'table' in rest && rest.table === names.rows.alias : false;
  if (groupBy.some(isKey)) return null;
  if (groupBy.length > 1) throw new Refusal('group', groupBy[1] as Expression);
  const [group] = groupBy;
  const isCounted =
    group !== undefined || items.some(({ expression }) => isAggregate(tokens, expression));
  if (isCounted) {
    for (const { expression } of items) {
      if (isGroup(expression, group, selection)) continue;
      if (!isTotal(expression, selection)) throw new Refusal('aggregate', expression);
    }
    if (!group) return null;
    const field = fieldOf(group, names);
    if (!field) throw new Refusal('group', group);
    return field.name;
  }
  const isOfOwn = items.every(
    ({ expression }) => isOwn(expression) || resolveColumn(expression, names)?.rows === names.rows,
  );
  const hasKey = items.some(
    ({ expression }) => isKey(expression) || isOwn(expression) || isStar(expression),
  );
  if (isDistinct && !hasKey) throw new Refusal('duplicates', items[0]?.expression as Expression);
  if (repeatedBy && !(isDistinct && isOfOwn)) throw new Refusal('duplicates', repeatedBy);
  return null;
}

function isStar({ kind }: Expression): boolean {
  return kind === 'star';
}

function isGroup(
  expression: Expression,
  group: Expression | undefined,
  { names }: Selection,
): boolean {
  const field = group && fieldOf(group, names);
  return Boolean(field) && fieldOf(expression, names) === field;
}

/** Whether an aggregate is one that every answer has: the count of features, the sum of their sizes. */
function isTotal(expression: Expression, { names, repeatedBy }: Selection): boolean {
  if (expression.kind !== 'call') return false;
  const [argument] = expression.args;
  const isOfKey = argument && fieldOf(argument, names)?.name === names.rows.layer.key;
  if (expression.name === 'count') {
    if (expression.isDistinct || repeatedBy) return Boolean(isOfKey && expression.isDistinct);
    return !argument || isOfKey || argument.kind === 'star' || argument.kind === 'literal';
  }
  if (expression.name !== 'sum' || repeatedBy || argument?.kind !== 'call') return false;
  const geometry = argument.args[0] && resolveColumn(argument.args[0], names);
  const isOwnGeometry = geometry?.rows === names.rows && geometry.field === GEOM;
  return isOwnGeometry && (argument.name === 'st_area' || argument.name === 'st_length');
}
