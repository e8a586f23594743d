import { resolveAlias } from './join-sides.ts';
import { outerTokens } from './spans.ts';
import { isName, isSymbol, isWord, type Query, type Scope, type TableRef } from './statement.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a scope can take more columns unseen: its joins do not depend on them (`NATURAL`), and nothing in it asks for
 * all columns in a way that cannot leave some out (`COLUMNS(*)`, `hash(a.*)`, a whole row by its alias, wherever it is).
 */
export function isRewritable(tokens: readonly Token[], scope: Scope): boolean {
  if (!scope.isReadable || scope.tables.some(({ join }) => join === 'other')) return false;
  const outer = new Set(scope.items ? outerTokens(tokens, scope.items) : []);
  const declared = declarations(scope);
  for (let i = scope.start; i < scope.end; i++) {
    if (isWord(tokens[i], 'columns') && isSymbol(tokens[i + 1], '(')) {
      if (scopeAt(i, scope) === scope) return false;
    } else if (isSymbol(tokens[i], '*')) {
      if (!outer.has(i) && isStarOf(tokens, i, scope)) return false;
    } else if (!declared.has(i) && isWholeRow(tokens, i, scope)) return false;
  }
  return true;
}

/** Whether a star in parentheses is all columns of a table of the scope, or of the scope itself; `count(*)` is neither. */
function isStarOf(tokens: readonly Token[], i: number, scope: Scope): boolean {
  const before = tokens[i - 1];
  if (isSymbol(before, '.')) return isTableOf(tokens[i - 2]?.name ?? '', i, scope);
  if (!isSymbol(before, '(') && !isSymbol(before, ',')) return false;
  return !isWord(tokens[i - 2], 'count') && scopeAt(i, scope) === scope;
}

function isWholeRow(tokens: readonly Token[], i: number, scope: Scope): boolean {
  const name = tokens[i]?.name ?? '';
  if (!isName(tokens[i]) || !scope.tables.some(({ alias }) => alias === name)) return false;
  const isPart = isSymbol(tokens[i + 1], '.') || isSymbol(tokens[i - 1], '.');
  if (isPart || isSymbol(tokens[i + 1], '(') || isWord(tokens[i - 1], 'as')) return false;
  return isTableOf(name, i, scope);
}

/** Whether an alias, at a token inside a scope, is that of one of its tables. */
function isTableOf(alias: string, i: number, scope: Scope): boolean {
  return resolveAlias(alias, scopeAt(i, scope))?.scope === scope;
}

/** The innermost scope that holds a token of a scope. */
function scopeAt(i: number, scope: Scope): Scope {
  const inner = innerQueries(scope)
    .flatMap(withCtes)
    .flatMap(({ scopes }) => scopes)
    .find(({ start, end }) => start <= i && i < end);
  return inner ? scopeAt(i, inner) : scope;
}

/** Tokens that name tables: in the scope, and in the queries inside it. */
function declarations(scope: Scope): Set<number> {
  const found = new Set<number>();
  const addTable = ({ name, start, end, aliasAt }: TableRef) => {
    if (aliasAt >= 0) found.add(aliasAt);
    for (let i = start; name !== null && i < end; i++) found.add(i);
  };
  const addScope = (at: Scope) => {
    at.tables.forEach(addTable);
    for (const query of innerQueries(at).flatMap(withCtes)) {
      for (const { start } of query.ctes) found.add(start);
      query.scopes.forEach(addScope);
    }
  };
  addScope(scope);
  return found;
}

function innerQueries({ tables, subqueries }: Scope): Query[] {
  return [...tables.flatMap(({ query }) => query ?? []), ...subqueries];
}

function withCtes(query: Query): Query[] {
  return [query, ...query.ctes.flatMap((cte) => withCtes(cte.query))];
}
