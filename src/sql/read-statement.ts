import { closeOf, isQuery, outerTokens, splitConjunction, withoutParentheses } from './spans.ts';
import {
  type Conjunct,
  isName,
  isSymbol,
  isWord,
  type JoinKind,
  type Query,
  type Scope,
  type Span,
  type TableRef,
} from './statement.ts';
import type { Token } from './tokens.ts';

/**
 * The structure of a statement that reads: its queries, their tables and conditions, as far as a rewriting of joins needs
 * them. DuckDB's own forms are read too (`FROM` first, `EXCLUDE`, `GROUP BY ALL`, `QUALIFY`, `SEMI JOIN`…), because only
 * the clauses are told apart and expressions stay as they are; a `FROM` of another form is marked not readable. Null for
 * what is no query.
 */
export function readStatement(tokens: readonly Token[]): Query | null {
  const span = { start: 0, end: tokens.length };
  return isQuery(tokens, span) ? readQuery(tokens, span, null, null) : null;
}

/** All queries of a statement, those inside before those that hold them. */
export function listQueries(query: Query): Query[] {
  const inner = [
    ...query.ctes.map((cte) => cte.query),
    ...query.scopes.flatMap(({ tables, subqueries }) => [
      ...tables.flatMap((table) => table.query ?? []),
      ...subqueries,
    ]),
  ];
  return [...inner.flatMap(listQueries), query];
}

function readQuery(
  tokens: readonly Token[],
  whole: Span,
  parent: Scope | null,
  holder: Query | null = null,
  around: Query | null = null,
): Query {
  const { start, end } = withoutParentheses(tokens, whole);
  const query: Query = { start, end, withAt: -1, ctes: [], scopes: [], parent, holder, around };
  let at = start;
  if (isWord(tokens[at], 'with')) {
    query.withAt = at;
    at = readCtes(tokens, at + 1, end, query);
  }
  let armStart = at;
  for (const i of [...outerTokens(tokens, { start: at, end }), end]) {
    if (i < end && !isWord(tokens[i], 'union', 'except', 'intersect')) continue;
    addArm(tokens, { start: armStart, end: i }, query);
    armStart = i + 1;
    while (isWord(tokens[armStart], 'all', 'distinct', 'by', 'name')) armStart++;
  }
  return query;
}

/** Reads the common table expressions from a token on, and gives the token after the last. */
function readCtes(tokens: readonly Token[], from: number, end: number, query: Query): number {
  let at = isWord(tokens[from], 'recursive') ? from + 1 : from;
  while (at < end && isName(tokens[at])) {
    const start = at;
    while (at < end && !isWord(tokens[at], 'as')) {
      at = isSymbol(tokens[at], '(') ? closeOf(tokens, at) + 1 : at + 1;
    }
    while (at < end && !isSymbol(tokens[at], '(')) at++;
    const close = closeOf(tokens, at);
    const span = { start: at + 1, end: Math.min(close, end) };
    const body = readQuery(tokens, span, query.parent, query);
    query.ctes.push({
      name: (tokens[start] as Token).name,
      start,
      end: close + 1,
      query: body,
    });
    at = close + 1;
    if (!isSymbol(tokens[at], ',')) break;
    at++;
  }
  return at;
}

function addArm(tokens: readonly Token[], arm: Span, query: Query): void {
  if (isSymbol(tokens[arm.start], '(')) {
    const close = closeOf(tokens, arm.start);
    const span = { start: arm.start + 1, end: close };
    const inner = readQuery(tokens, span, query.parent, null, query);
    query.scopes.push(...inner.scopes);
    if (inner.ctes.length === 0) return;
    for (const scope of inner.scopes) scope.isReadable = false;
    return;
  }
  query.scopes.push(readScope(tokens, arm, query));
}

/** Words that end a clause; those of the second list only before the word that goes with them. */
const CLAUSES = new Set('select from where having window qualify limit offset fetch'.split(' '));
const LONG_CLAUSES: Record<string, string> = { group: 'by', order: 'by', using: 'sample' };

function readScope(tokens: readonly Token[], span: Span, query: Query): Scope {
  const scope: Scope = {
    ...span,
    query,
    tables: [],
    where: [],
    clauses: [],
    subqueries: [],
    items: null,
    fromAt: -1,
    isReadable: true,
  };
  const starts = [...outerTokens(tokens, span)].filter((i) => isClause(tokens, i));
  starts.forEach((at, n) => {
    const clause = { start: at + 1, end: starts[n + 1] ?? span.end };
    scope.clauses.push({ word: (tokens[at] as Token).name, ...clause });
    if (isWord(tokens[at], 'select')) scope.items = clause;
    if (isWord(tokens[at], 'from')) {
      scope.fromAt = at;
      readFrom(tokens, clause, scope);
    }
    if (isWord(tokens[at], 'where')) scope.where = conjunctsOf(tokens, clause, null);
  });
  addSubqueries(tokens, scope);
  return scope;
}

function isClause(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== 'word' || isSymbol(tokens[i - 1], '.')) return false;
  const next = LONG_CLAUSES[token.name];
  if (next) return isWord(tokens[i + 1], next);
  const isCompared = token.name === 'from' && isWord(tokens[i - 1], 'distinct');
  return CLAUSES.has(token.name) && !(isCompared && isWord(tokens[i - 2], 'is', 'not'));
}

function conjunctsOf(tokens: readonly Token[], span: Span, joined: TableRef | null): Conjunct[] {
  return splitConjunction(tokens, span).map((part) => ({ ...part, joined }));
}

/** The queries in parentheses that are no table of the scope. */
function addSubqueries(tokens: readonly Token[], scope: Scope): void {
  const tables = scope.tables.filter(({ query }) => query).map(({ start }) => start);
  for (let i = scope.start; i < scope.end; i++) {
    if (!isSymbol(tokens[i], '(')) continue;
    if (!isQuery(tokens, { start: i + 1, end: scope.end })) continue;
    const close = closeOf(tokens, i);
    const isTable = tables.some(
      (start) => start === i || (start === i - 1 && isWord(tokens[i - 1], 'lateral')),
    );
    if (!isTable) scope.subqueries.push(readQuery(tokens, { start: i + 1, end: close }, scope));
    i = close;
  }
}

const JOIN_WORDS: Record<string, JoinKind> = {
  inner: 'inner',
  left: 'left',
  right: 'right',
  full: 'full',
  cross: 'cross',
  semi: 'semi',
  anti: 'anti',
  natural: 'other',
  asof: 'other',
  positional: 'other',
};

function readFrom(tokens: readonly Token[], { start, end }: Span, scope: Scope): void {
  let at = start;
  let join: JoinKind = 'first';
  while (at < end) {
    const table = readTable(tokens, at, end, scope, join);
    if (!table) {
      scope.isReadable = false;
      return;
    }
    scope.tables.push(table);
    at = readCondition(tokens, table, end);
    if (at >= end) return;
    const next = readJoin(tokens, at, end);
    if (!next) {
      scope.isReadable = false;
      return;
    }
    ({ at, join } = next);
  }
}

function readTable(
  tokens: readonly Token[],
  from: number,
  end: number,
  scope: Scope,
  join: JoinKind,
): TableRef | null {
  const isLateral = isWord(tokens[from], 'lateral');
  let at = isLateral ? from + 1 : from;
  const table: TableRef = {
    scope,
    start: from,
    end,
    name: null,
    query: null,
    alias: '',
    aliasAt: -1,
    join,
    on: [],
    isSpecial: isLateral,
  };
  if (isSymbol(tokens[at], '(')) {
    const close = closeOf(tokens, at);
    if (!isQuery(tokens, { start: at + 1, end: close })) return null;
    table.query = readQuery(tokens, { start: at + 1, end: close }, scope);
    at = close + 1;
  } else {
    if (!isName(tokens[at])) return null;
    while (isSymbol(tokens[at + 1], '.') && isName(tokens[at + 2])) at += 2;
    if (isSymbol(tokens[at + 1], '(')) {
      at = closeOf(tokens, at + 1);
      table.isSpecial = true;
    } else {
      table.name = (tokens[at] as Token).name;
      table.alias = table.name;
      table.aliasAt = at;
    }
    at++;
  }
  return readAlias(tokens, table, at, end);
}

/** Words that follow a table and are no alias of it. */
const AFTER_TABLE = new Set(
  'on using join tablesample pivot unpivot at with outer'
    .split(' ')
    .concat(Object.keys(JOIN_WORDS)),
);

function readAlias(
  tokens: readonly Token[],
  table: TableRef,
  from: number,
  end: number,
): TableRef | null {
  let at = from;
  if (isWord(tokens[at], 'as') && at < end) at++;
  const token = tokens[at];
  const isAlias =
    at < end && isName(token) && !(token?.kind === 'word' && AFTER_TABLE.has(token.name));
  if (isAlias) {
    table.alias = (token as Token).name;
    table.aliasAt = at;
    at++;
    if (isSymbol(tokens[at], '(') && at < end) {
      table.isSpecial = true;
      at = closeOf(tokens, at) + 1;
    }
  }
  if (isWord(tokens[at], 'tablesample', 'pivot', 'unpivot', 'at', 'with') && at < end) return null;
  table.end = at;
  return table;
}

/** Reads the `ON` or `USING` of a table, and gives the token after. */
function readCondition(tokens: readonly Token[], table: TableRef, end: number): number {
  const at = table.end;
  if (at < end && isWord(tokens[at], 'using')) return closeOf(tokens, at + 1) + 1;
  if (at >= end || !isWord(tokens[at], 'on')) return at;
  let stop = end;
  for (const i of outerTokens(tokens, { start: at + 1, end })) {
    if (!isSymbol(tokens[i], ',') && !readJoin(tokens, i, end)) continue;
    stop = i;
    break;
  }
  table.on = conjunctsOf(tokens, { start: at + 1, end: stop }, table);
  return stop;
}

/** The join that begins at a token: its kind, and the token of its table; null when none does. */
function readJoin(
  tokens: readonly Token[],
  from: number,
  end: number,
): { at: number; join: JoinKind } | null {
  if (isSymbol(tokens[from], ',')) return { at: from + 1, join: 'comma' };
  let join: JoinKind = 'inner';
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (isWord(token, 'join')) return { at: at + 1, join };
    if (token?.kind !== 'word' || (token.name !== 'outer' && !JOIN_WORDS[token.name])) return null;
    const kind = JOIN_WORDS[token.name];
    if (kind && join !== 'other') join = join === 'inner' ? kind : 'other';
  }
  return null;
}
