import type { Condition } from '../domain/question.ts';
import type { Expression } from './expression.ts';
import { sourceOf } from './join-sides.ts';
import {
  columnsOf,
  conjunctsOf,
  type KeySet,
  type Names,
  type Reading,
  type Rows,
  resolveColumn,
} from './question-rows.ts';
import { readCondition } from './read-condition.ts';
import { readExpression } from './read-expression.ts';
import { readOverlap } from './read-overlap.ts';
import { readRelation } from './read-relation.ts';
import { Refusal } from './refusal.ts';
import { groupsOf, isAggregate, itemsOf, type SelectItem } from './select-items.ts';
import {
  type Clause,
  isName,
  isSymbol,
  isWord,
  type Query,
  type Scope,
  type Span,
  type TableRef,
} from './statement.ts';

/** One `SELECT` over the features of a layer. */
export interface Selection {
  names: Names;
  /** What the features found meet, all of it. */
  conditions: Condition[];
  items: SelectItem[];
  /** The table, if any, whose join may give a feature several times. */
  repeatedBy: Span | null;
  isDistinct: boolean;
  groupBy: Expression[];
  clauses: Clause[];
}

/**
 * What a `SELECT` takes of a layer. Joins are read where they relate the layer to another or say which of its keys count.
 * @throws {Refusal} at the clause, the table or the test that no question says.
 */
export function readSelection(query: Query, outer: Names | null, reading: Reading): Selection {
  const scope = onlyScope(query);
  const [first, ...joined] = scope.tables;
  if (!first) throw new Refusal('form', scope);
  const names: Names & { keySets: Map<string, KeySet> } = {
    rows: readRows(first, outer, reading),
    keySets: new Map(),
    known: new Set(),
    outer,
    queryAt: (span) => queryAt(scope, span),
  };
  const conditions = [...names.rows.conditions];
  const tests = testsIn(scope, 'where', reading);
  let repeatedBy: Span | null = null;
  for (const table of joined) {
    const on = table.on.map((span) => readExpression(reading.tokens, span));
    if (joinKeys(table, on, names, reading)) {
      if (table.join !== 'left') conditions.push(...keysOf(table.alias, names));
      continue;
    }
    const related = {
      ...names,
      rows: readRows(table, names, reading),
      keySets: new Map(),
      known: new Set<string>(),
      outer: names,
    };
    if (table.join === 'semi' || table.join === 'anti') {
      const condition = readRelation(on, related, reading, table);
      conditions.push(table.join === 'semi' ? condition : { kind: 'not', condition });
      continue;
    }
    if (!['inner', 'comma', 'cross'].includes(table.join)) throw new Refusal('join', table);
    repeatedBy = table;
    const own = tests.filter((test) => mentionsAlias(test, table.alias, reading));
    for (const test of own) tests.splice(tests.indexOf(test), 1);
    conditions.push(readRelation([...on, ...own], related, reading, table));
  }
  conditions.push(...readTests(tests, names, reading));
  return {
    names,
    conditions,
    items: itemsOf(reading.tokens, scope),
    repeatedBy,
    isDistinct: scope.items !== null && isWord(reading.tokens[scope.items.start], 'distinct'),
    groupBy: groupsOf(reading.tokens, scope),
    clauses: scope.clauses,
  };
}

/**
 * The keys of the features that a query gives.
 * @throws {Refusal} where it gives something else.
 */
export function readKeys(query: Query, outer: Names | null, reading: Reading): KeySet {
  const selection = readSelection(query, outer, reading);
  const { names, conditions, items, clauses } = selection;
  checkClauses(clauses, ['select', 'from', 'where', 'group', 'order']);
  const { rows } = names;
  const isKey = (expression: Expression) => {
    const found = resolveColumn(expression, names);
    return found?.rows === rows && found.field === rows.layer.key;
  };
  const key = items.find(({ expression }) => isKey(expression));
  if (!key) throw new Refusal('other-layer', query);
  if (selection.groupBy.length === 0) checkPlain(selection, reading);
  else if (!selection.groupBy.every(isKey)) {
    throw new Refusal('group', selection.groupBy[0] as Expression);
  }
  const column = key.name ?? (key.expression.kind === 'column' ? key.expression.name : '');
  return { rows, column, conditions };
}

/** `EXISTS (…)` as a relation. @throws {Refusal} */
export function readExists(
  expression: Expression & { kind: 'exists' },
  target: Names,
  reading: Reading,
): Condition {
  const query = target.queryAt(expression.query);
  if (!query) throw new Refusal('form', expression);
  const scope = onlyScope(query);
  const [table, second] = scope.tables;
  checkClauses(scope.clauses, ['select', 'from', 'where', 'order']);
  if (!table || second) throw new Refusal('join', second ?? expression);
  const names: Names = {
    rows: readRows(table, target, reading),
    keySets: new Map(),
    known: new Set(),
    outer: target,
    queryAt: (span) => queryAt(scope, span),
  };
  return readRelation(testsIn(scope, 'where', reading), names, reading, expression);
}

/** @throws {Refusal} at the first clause that is none of these. */
export function checkClauses(clauses: Clause[], allowed: string[]): void {
  const other = clauses.find(({ word }) => !allowed.includes(word));
  if (other) throw new Refusal('clause', { start: other.start - 1, end: other.end });
}

/** @throws {Refusal} where a selection counts its rows instead of giving them. */
function checkPlain({ items }: Selection, { tokens }: Reading): void {
  const counted = items.find(({ expression }) => isAggregate(tokens, expression));
  if (counted) throw new Refusal('aggregate', counted.expression);
}

function onlyScope(query: Query): Scope {
  const [scope, second] = query.scopes;
  if (!scope || second) throw new Refusal('form', second ?? query);
  if (!scope.isReadable) throw new Refusal('form', scope);
  return scope;
}

function queryAt(scope: Scope, { start, end }: Span): Query | null {
  return scope.subqueries.find((query) => query.start >= start && query.end <= end) ?? null;
}

/** The features that a table of a `FROM` stands for. @throws {Refusal} */
function readRows(table: TableRef, outer: Names | null, reading: Reading): Rows {
  const { tokens, catalogue } = reading;
  const ids = new Map(catalogue.layers.map((layer) => [layer.id, layer]));
  const source = sourceOf(tokens, table, new Set(ids.keys()), VIEW_SCHEMA);
  if (!source) throw new Refusal('table', table);
  const { alias } = table;
  if (source.kind === 'layer') {
    const layer = ids.get(source.layer);
    if (!layer) throw new Refusal('table', table);
    return { layer, alias, conditions: [], columns: columnsOf(layer) };
  }
  const query = source.kind === 'cte' ? source.cte.query : source.query;
  const selection = readSelection(query, outer, reading);
  checkClauses(selection.clauses, ['select', 'from', 'where', 'order']);
  if (selection.repeatedBy) throw new Refusal('duplicates', selection.repeatedBy);
  if (selection.isDistinct) throw new Refusal('duplicates', query);
  checkPlain(selection, reading);
  const { rows } = selection.names;
  return {
    layer: rows.layer,
    alias,
    conditions: selection.conditions,
    columns: exposed(selection),
  };
}

/** The columns of the layer that a selection passes on, under the names it gives them. */
function exposed({ items, names }: Selection): Map<string, string> {
  const columns = new Map<string, string>();
  for (const { expression, name } of items) {
    if (expression.kind === 'star') for (const entry of names.rows.columns) columns.set(...entry);
    const found = resolveColumn(expression, names);
    if (!found || found.rows !== names.rows || expression.kind !== 'column') continue;
    columns.set(name ?? expression.name, found.field);
  }
  return columns;
}

/** Takes a joined table for one of keys, when it is one and is joined by them. */
function joinKeys(
  table: TableRef,
  on: Expression[],
  names: Names & { keySets: Map<string, KeySet> },
  reading: Reading,
): boolean {
  const { tokens, catalogue } = reading;
  if (table.join !== 'left' && table.join !== 'inner') return false;
  const [test, more] = on;
  if (more || test?.kind !== 'compare' || test.op !== '=') return false;
  const source = sourceOf(
    tokens,
    table,
    new Set(catalogue.layers.map(({ id }) => id)),
    VIEW_SCHEMA,
  );
  if (!source || source.kind === 'layer') return false;
  const overlap = source.kind === 'cte' ? readOverlap(source, reading) : null;
  const query = source.kind === 'cte' ? source.cte.query : source.query;
  const keys = overlap ?? readOnceKeys(query, reading);
  const sides = [test.left, test.right];
  const isKeySide = (side: Expression) =>
    side.kind === 'column' && side.table === table.alias && side.name === keys.column;
  const other = sides.find((side) => !isKeySide(side));
  const found = other && resolveColumn(other, names);
  const isByKey = found?.rows === names.rows && found.field === names.rows.layer.key;
  const isSame = keys.rows.layer === names.rows.layer;
  if (!isByKey || !isSame || !sides.some(isKeySide)) throw new Refusal('join', table);
  names.keySets.set(table.alias, keys);
  return true;
}

/** The keys that a query gives, each once. @throws {Refusal} */
function readOnceKeys(query: Query, reading: Reading): KeySet {
  const { repeatedBy, isDistinct, groupBy, items } = readSelection(query, null, reading);
  const isOnce = !repeatedBy || groupBy.length > 0 || (isDistinct && items.length === 1);
  if (!isOnce && repeatedBy) throw new Refusal('duplicates', repeatedBy);
  return readKeys(query, null, reading);
}

function keysOf(alias: string, { keySets }: Names): Condition[] {
  return keySets.get(alias)?.conditions ?? [];
}

/** The conditions of a `WHERE`, in order. Those that name a table of keys come last, since they need not repeat the rest. */
function readTests(tests: Expression[], names: Names, reading: Reading): Condition[] {
  const isOfKeys = (test: Expression) =>
    [...names.keySets.keys()].some((alias) => mentionsAlias(test, alias, reading));
  const plain = new Map<Expression, Condition>();
  for (const test of tests) {
    if (!isOfKeys(test)) plain.set(test, readCondition(test, names, reading));
  }
  for (const condition of [...plain.values()].flatMap(conjunctsOf)) {
    names.known.add(JSON.stringify(condition));
  }
  return tests.map((test) => plain.get(test) ?? readCondition(test, names, reading));
}

function mentionsAlias(test: Expression, alias: string, { tokens }: Reading): boolean {
  for (let i = test.start; i < test.end; i++) {
    if (isName(tokens[i]) && tokens[i]?.name === alias && isSymbol(tokens[i + 1], '.')) return true;
  }
  return false;
}

function testsIn(scope: Scope, word: string, { tokens }: Reading): Expression[] {
  const clause = scope.clauses.find((candidate) => candidate.word === word);
  if (!clause) return [];
  const whole = readExpression(tokens, clause);
  return whole.kind === 'and' ? whole.parts : [whole];
}

/** Schema of the layers' views in the engine. */
const VIEW_SCHEMA = 'layers';
