import type { Catalogue } from '../domain/catalogue.ts';
import type { Field, Layer } from '../domain/layer.ts';
import type { Condition } from '../domain/question.ts';
import type { Expression } from './expression.ts';
import type { Query, Span } from './statement.ts';
import type { Token } from './tokens.ts';

/** What a question may not say exactly as the statement does, but nearly. */
export type QuestionNote = 'contains';

/** What all parts of one reading share. */
export interface Reading {
  sql: string;
  tokens: readonly Token[];
  catalogue: Catalogue;
  notes: Set<QuestionNote>;
  /** What the readers of queries give to that of conditions. They throw `Refusal`. */
  readKeys(query: Query, names: Names): KeySet;
  readExists(expression: Expression & { kind: 'exists' }, names: Names): Condition;
}

/** Features of a layer under a name of the statement, those that meet `conditions` alone. */
export interface Rows {
  layer: Layer;
  /** In lower case. */
  alias: string;
  conditions: Condition[];
  /** Name of a column, in lower case → field of the layer, or `geom`. */
  columns: ReadonlyMap<string, string>;
}

/** Keys of features of a layer: a table that has those which meet `conditions`, each once. */
export interface KeySet {
  rows: Rows;
  /** Its column of keys, in lower case. */
  column: string;
  conditions: Condition[];
}

/** What the names in an expression stand for. */
export interface Names {
  rows: Rows;
  /** Tables of keys that are joined to the rows, by alias. */
  keySets: ReadonlyMap<string, KeySet>;
  /** Conditions that hold of every row anyway, as JSON: a table of keys need not say them again. */
  known: Set<string>;
  outer: Names | null;
  /** The query between two tokens. */
  queryAt(span: Span): Query | null;
}

/** Name of the column of geometry. */
export const GEOM = 'geom';

/** All columns of a layer. */
export function columnsOf({ fields, key }: Layer): Map<string, string> {
  const names = [key, ...fields.map(({ name }) => name), GEOM];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** The rows and the field, or `geom`, that a column is; null when no table around it has it. */
export function resolveColumn(
  expression: Expression,
  names: Names,
): { rows: Rows; field: string } | null {
  if (expression.kind !== 'column') return null;
  const { table, name } = expression;
  for (let at: Names | null = names; at; at = at.outer) {
    if (table !== null && at.rows.alias !== table) continue;
    const field = at.rows.columns.get(name);
    if (field !== undefined) return { rows: at.rows, field };
    if (table !== null) return null;
  }
  return null;
}

/** The field of the tested rows that a column is; null for the geometry, for another table's, and for what is no column. */
export function fieldOf(expression: Expression, names: Names): Field | null {
  const found = resolveColumn(expression, names);
  if (found?.rows !== names.rows) return null;
  return found.rows.layer.fields.find(({ name }) => name === found.field) ?? null;
}

/** Conditions that are all to hold, as one; those that are conjunctions themselves are taken apart. */
export function allOf(conditions: Condition[]): Condition {
  const flat = conditions.flatMap(conjunctsOf);
  return flat.length === 1 ? (flat[0] as Condition) : { kind: 'and', conditions: flat };
}

/** The conditions that must all hold for one to hold. */
export function conjunctsOf(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(conjunctsOf) : [condition];
}
