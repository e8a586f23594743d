import type { Expression } from './expression.ts';
import { readExpression } from './read-expression.ts';
import { splitAtCommas } from './spans.ts';
import { isName, isSymbol, isWord, type Scope, type Span } from './statement.ts';
import type { Token } from './tokens.ts';

/** What stands between two commas after `SELECT`, and the name it goes by, in lower case, or null. */
export interface SelectItem {
  expression: Expression;
  name: string | null;
}

/** The items of a `SELECT`; that of a scope which begins with `FROM` is `*`. */
export function itemsOf(tokens: readonly Token[], scope: Scope): SelectItem[] {
  if (!scope.items)
    return [
      {
        expression: { kind: 'star', table: null, start: scope.start, end: scope.start },
        name: null,
      },
    ];
  const start = scope.items.start + (isWord(tokens[scope.items.start], 'distinct', 'all') ? 1 : 0);
  return splitAtCommas(tokens, { start, end: scope.items.end }).map(({ start: from, end }) => {
    const last = tokens[end - 1];
    const isNamed = end - from > 1 && isName(last);
    const hasAs = isNamed && isWord(tokens[end - 2], 'as');
    const isBare = isNamed && !hasAs && !isSymbol(tokens[end - 2], '.');
    const stop = hasAs ? end - 2 : isBare ? end - 1 : end;
    const expression = readExpression(tokens, { start: from, end: stop });
    return { expression, name: hasAs || isBare ? (last?.name ?? null) : null };
  });
}

/** What a scope is grouped by, the names and numbers of its items in the place of which these stand. */
export function groupsOf(tokens: readonly Token[], scope: Scope): Expression[] {
  const clause = scope.clauses.find(({ word }) => word === 'group');
  if (!clause) return [];
  const items = itemsOf(tokens, scope);
  return splitAtCommas(tokens, { start: clause.start + 1, end: clause.end }).map((span) => {
    const expression = readExpression(tokens, span);
    const place = expression.kind === 'literal' ? Number(expression.value) : Number.NaN;
    const named = items.find(
      ({ name }) =>
        expression.kind === 'column' && expression.table === null && name === expression.name,
    );
    return items[place - 1]?.expression ?? named?.expression ?? expression;
  });
}

/**
 * Whether a span calls a function of many rows, or one that makes many of one: what it stands in does not give a row a
 * feature. One over a window does, but is taken for the others.
 */
export function isAggregate(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    if (isSymbol(tokens[i + 1], '(') && AGGREGATES.test(tokens[i]?.name ?? '')) return true;
  }
  return false;
}

const AGGREGATES =
  /^(?:(?:count|sum|avg|mean|min|max|median|mode|mad|sem|corr|product|fsum|favg|list|listagg|array_agg|string_agg|group_concat|first|last|any_value|arbitrary|histogram|skewness|entropy|unnest|range|generate_series|st_union|\w+_aggr?)$|arg_?m|m\w+_by$|count_?if|quantile|reservoir_|approx_|stddev|std$|var_|variance|covar|regr_|kurtosis|kahan_|sumkahan|bool_|bit_)/;
