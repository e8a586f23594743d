import type { Catalogue } from '../domain/catalogue.ts';
import type { Field, Layer } from '../domain/layer.ts';
import { CATALOGUE_COLUMNS, CATALOGUE_TABLE } from './catalogue-table.ts';
import { SQL_FUNCTIONS } from './function-catalogue.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import { listQueries, readStatement } from './read-statement.ts';
import { itemsOf } from './select-items.ts';
import { isName, isSymbol, isWord, type Query } from './statement.ts';
import { readTokens, type Token } from './tokens.ts';
import { DUCKDB_FUNCTIONS, KEYWORDS } from './words.ts';

/** One thing that may be written at a place of a statement. */
export type SqlProposal =
  | { kind: 'table'; text: string; layer: Layer | null }
  | { kind: 'column'; text: string; table: string; field: Field | null }
  | { kind: 'alias'; text: string; table: string }
  | { kind: 'function'; text: string; parameters: string }
  | { kind: 'value'; text: string; code: string; meaning: string }
  | { kind: 'keyword'; text: string };

/** What may be written from `from` to the caret, the likeliest first. */
export interface SqlProposals {
  from: number;
  proposals: SqlProposal[];
  /** Whether they are worth showing before a letter is typed: after `alias.`, `FROM` or `=`. */
  isAwaited: boolean;
}

/**
 * What may be written where the caret stands: the columns of an alias after its point, tables after `FROM` and `JOIN`, the codes
 * of a field with their meaning after `=`, `<>` and in `IN (…)`, else the columns of the statement's tables, functions and words.
 */
export function completeSql(sql: string, caret: number, catalogue: Catalogue): SqlProposals {
  const all = readTokens(sql);
  const before = all.filter(({ start }) => start < caret);
  const last = before.at(-1);
  const isInside = last !== undefined && last.end >= caret && last.kind !== 'symbol';
  const typed = isInside ? last : null;
  const tokens = typed ? before.slice(0, -1) : before;
  const from = typed?.start ?? caret;
  const point = !typed && isSymbol(last, '.') ? last : null;
  const tables = tablesOf(
    all.filter((token) => token !== point),
    catalogue,
  );
  const field = comparedField(tokens, tables);
  if (typed?.kind === 'string' || typed?.kind === 'number') {
    return { from, proposals: field ? valuesOf(field) : [], isAwaited: field !== null };
  }
  if (isSymbol(tokens.at(-1), '.')) {
    const alias = tokens.at(-2)?.name;
    const table = tables.find((one) => one.alias === alias);
    return { from, proposals: table?.columns ?? [], isAwaited: true };
  }
  if (isWord(tokens.at(-1), 'from', 'join')) {
    return { from, proposals: tableProposals(catalogue, all), isAwaited: true };
  }
  if (field) {
    const proposals = [...valuesOf(field), ...plain(tables, catalogue)];
    return { from, proposals, isAwaited: valuesOf(field).length > 0 };
  }
  return { from, proposals: plain(tables, catalogue), isAwaited: false };
}

interface KnownTable {
  alias: string;
  name: string;
  columns: (SqlProposal & { kind: 'column' })[];
}

/** The tables that a statement names, each with its columns; what is being written may not be whole. */
function tablesOf(tokens: readonly Token[], catalogue: Catalogue): KnownTable[] {
  const query = readStatement(tokens);
  const scopes = query ? listQueries(query).flatMap((inner) => inner.scopes) : [];
  const ctes = new Map<string, Query>(
    (query ? listQueries(query) : []).flatMap((inner) =>
      inner.ctes.map((cte) => [cte.name, cte.query] as const),
    ),
  );
  return scopes.flatMap((scope) =>
    scope.tables.flatMap(({ name, alias, query: inner }): KnownTable[] => {
      const body = inner ?? ctes.get(name ?? '');
      if (body) return [{ alias, name: alias, columns: columnsOfQuery(body, tokens, alias) }];
      const layer = catalogue.layers.find(({ id }) => id === name);
      if (layer) return [{ alias, name: layer.id, columns: columnsOfLayer(layer) }];
      if (name !== CATALOGUE_TABLE) return [];
      const columns = Object.keys(CATALOGUE_COLUMNS).map((text) => columnOf(text, name, null));
      return [{ alias, name, columns }];
    }),
  );
}

function columnsOfLayer({ id, fields }: Layer): KnownTable['columns'] {
  const named = fields.map((field) => columnOf(nameAsWritten(field.name), id, field));
  return [...named, columnOf('geom', id, null)];
}

function columnsOfQuery(
  query: Query,
  tokens: readonly Token[],
  alias: string,
): KnownTable['columns'] {
  const [scope] = query.scopes;
  if (!scope) return [];
  return itemsOf(tokens, scope).flatMap(({ name, expression }) => {
    const text = name ?? (expression.kind === 'column' ? expression.name : null);
    return text === null ? [] : [columnOf(nameAsWritten(text), alias, null)];
  });
}

function columnOf(text: string, table: string, field: Field | null): KnownTable['columns'][number] {
  return { kind: 'column', text, table, field };
}

/** A name, quoted where SQL would not take it for one. */
function nameAsWritten(name: string): string {
  const isPlain = /^[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*$/.test(name);
  return isPlain && !KEYWORDS.has(name.toLowerCase()) ? name : quoteIdentifier(name);
}

function tableProposals(catalogue: Catalogue, tokens: readonly Token[]): SqlProposal[] {
  const query = readStatement(tokens);
  const ctes = query ? listQueries(query).flatMap((inner) => inner.ctes) : [];
  return [
    ...ctes.map(({ name }): SqlProposal => ({ kind: 'table', text: name, layer: null })),
    ...catalogue.layers.map((layer): SqlProposal => ({ kind: 'table', text: layer.id, layer })),
    { kind: 'table', text: CATALOGUE_TABLE, layer: null },
  ];
}

function plain(tables: KnownTable[], catalogue: Catalogue): SqlProposal[] {
  const aliases = tables.flatMap(({ alias, name }): SqlProposal[] =>
    alias === '' ? [] : [{ kind: 'alias', text: alias, table: name }],
  );
  return [
    ...new Map(tables.flatMap(({ columns }) => columns).map((one) => [one.text, one])).values(),
    ...aliases,
    ...SQL_FUNCTIONS.map(
      ({ name, forms }): SqlProposal => ({
        kind: 'function',
        text: name,
        parameters: forms[0]?.parameters.join(', ') ?? '',
      }),
    ),
    ...DUCKDB_FUNCTIONS.map(
      ([text, parameters]): SqlProposal => ({ kind: 'function', text, parameters }),
    ),
    ...[...KEYWORDS].map((word): SqlProposal => ({ kind: 'keyword', text: word.toUpperCase() })),
    ...(tables.length === 0 ? tableProposals(catalogue, []) : []),
  ];
}

/** The field whose value comes next: after `field =`, `field <>`, and in `field IN (…`. */
function comparedField(tokens: readonly Token[], tables: KnownTable[]): Field | null {
  let at = tokens.length - 1;
  const isListed = isSymbol(tokens[at], '(') || isSymbol(tokens[at], ',');
  if (isListed) {
    while (at > 0 && (tokens[at]?.kind === 'string' || isSymbol(tokens[at], ','))) at--;
    if (!isSymbol(tokens[at], '(') || !isWord(tokens[at - 1], 'in')) return null;
    at -= isWord(tokens[at - 2], 'not') ? 3 : 2;
  } else {
    if (!COMPARISONS.has(tokens[at]?.name ?? '') || tokens[at]?.kind !== 'symbol') return null;
    at--;
  }
  const column = tokens[at];
  if (!column || !isName(column)) return null;
  const alias = isSymbol(tokens[at - 1], '.') ? tokens[at - 2]?.name : null;
  const known = tables.filter((table) => alias === null || table.alias === alias);
  const found = known
    .flatMap(({ columns }) => columns)
    .find(({ field }) => field?.name.toLowerCase() === column.name);
  return found?.field ?? null;
}

const COMPARISONS = new Set(['=', '==', '<>', '!=']);

function valuesOf({ codes = {} }: Field): SqlProposal[] {
  return Object.entries(codes).map(([code, meaning]) => ({
    kind: 'value',
    text: quoteLiteral(code),
    code,
    meaning,
  }));
}
