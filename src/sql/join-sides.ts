import {
  type Cte,
  isName,
  isSymbol,
  isWord,
  type Query,
  type Scope,
  type Span,
  type TableRef,
} from './statement.ts';
import type { Token } from './tokens.ts';

/** One argument of a spatial predicate: a geometry that each row of one table gives. */
export interface JoinSide {
  table: TableRef;
  /** The argument as it is written. */
  span: Span;
  /** The column, in lower case, when it is no more than that; else null. */
  column: string | null;
}

/** What a name in a `FROM` stands for, when its rows can be numbered. */
export type TableSource =
  | { kind: 'layer'; layer: string }
  | { kind: 'cte'; cte: Cte; query: Query }
  | { kind: 'derived'; query: Query };

/** The side that an argument is, when it depends on one table of the scope or of one around it; else null. */
export function readSide(tokens: readonly Token[], span: Span, scope: Scope): JoinSide | null {
  const first = tokens[span.start];
  if (span.end - span.start === 1 && isName(first)) {
    const [table] = scope.tables;
    if (scope.tables.length !== 1 || !table) return null;
    return { table, span, column: (first as Token).name };
  }
  const aliases = new Set<string>();
  for (let i = span.start; i < span.end; i++) {
    if (!isName(tokens[i])) continue;
    if (isSymbol(tokens[i + 1], '.')) {
      if (!isName(tokens[i + 2]) || isSymbol(tokens[i + 3], '.')) return null;
      aliases.add((tokens[i] as Token).name);
      i += 2;
    } else if (isWord(tokens[i], 'select', 'from', 'over', 'values')) return null;
    else if (!isSymbol(tokens[i + 1], '(') && !isConstantWord(tokens, i)) return null;
  }
  const [alias] = aliases;
  const table = aliases.size === 1 && resolveAlias(alias as string, scope);
  if (!table) return null;
  const isColumn = span.end - span.start === 3 && isSymbol(tokens[span.start + 1], '.');
  return { table, span, column: isColumn ? (tokens[span.end - 1] as Token).name : null };
}

/** The table of that alias that a scope sees. */
export function resolveAlias(alias: string, scope: Scope): TableRef | null {
  for (let at: Scope | null = scope; at; at = at.query.parent) {
    const table = at.tables.find((candidate) => candidate.alias === alias);
    if (table) return table;
  }
  return null;
}

/** What a table reference stands for; null when its rows cannot be numbered. */
export function sourceOf(
  tokens: readonly Token[],
  table: TableRef,
  layers: ReadonlySet<string>,
  schema: string,
): TableSource | null {
  if (table.isSpecial || table.aliasAt < 0) return null;
  if (table.query) return { kind: 'derived', query: table.query };
  const name = table.name as string;
  if (isSymbol(tokens[table.start + 1], '.')) {
    const isOurs = tokens[table.start]?.name === schema && !isSymbol(tokens[table.start + 3], '.');
    return isOurs && layers.has(name) ? { kind: 'layer', layer: name } : null;
  }
  const found = findCte(tokens, name, table.scope.query);
  if (found === 'self') return null;
  if (found) return { kind: 'cte', ...found };
  return layers.has(name) ? { kind: 'layer', layer: name } : null;
}

/** The common table expressions that a query sees, itself not counted, outermost first. */
export function visibleCtes(query: Query): { cte: Cte; query: Query }[] {
  const { around, holder, parent } = query;
  if (around) {
    return [...visibleCtes(around), ...around.ctes.map((cte) => ({ cte, query: around }))];
  }
  if (holder) {
    const before = holder.ctes.slice(
      0,
      holder.ctes.findIndex((cte) => cte.query === query),
    );
    return [...visibleCtes(holder), ...before.map((cte) => ({ cte, query: holder }))];
  }
  if (!parent) return [];
  return [
    ...visibleCtes(parent.query),
    ...parent.query.ctes.map((cte) => ({ cte, query: parent.query })),
  ];
}

function findCte(
  tokens: readonly Token[],
  name: string,
  query: Query,
): { cte: Cte; query: Query } | 'self' | null {
  for (let at: Query | null = query; at; at = at.around ?? at.holder ?? at.parent?.query ?? null) {
    const holder: Query | null = at.holder;
    const isRecursive = holder !== null && isWord(tokens[holder.withAt + 1], 'recursive');
    if (isRecursive && holder.ctes.some((cte) => cte.query === at && cte.name === name))
      return 'self';
  }
  const own = query.ctes.map((cte) => ({ cte, query }));
  return [...visibleCtes(query), ...own].findLast(({ cte }) => cte.name === name) ?? null;
}

/** `NULL`, `TRUE`, and the name of a type after `::`. */
function isConstantWord(tokens: readonly Token[], i: number): boolean {
  return isWord(tokens[i], 'null', 'true', 'false') || isSymbol(tokens[i - 1], '::');
}
