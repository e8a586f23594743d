import type { RelationCondition } from '../domain/question.ts';
import { duckdb } from './dialects/duckdb.ts';
import { joinedForm } from './dialects/joined-form.ts';
import type { TableSource } from './join-sides.ts';
import { columnsOf, conjunctsOf, type KeySet, type Names, type Reading } from './question-rows.ts';
import { readCondition } from './read-condition.ts';
import { readExpression } from './read-expression.ts';
import { Refusal } from './refusal.ts';
import { isSymbol, type Span } from './statement.ts';
import { readTokens } from './tokens.ts';

/**
 * The keys of the features that another layer covers by a share, when a common table expression is that which `questionToSql`
 * writes for it: what it says is written again, and must be the same text. Null for another.
 * @throws {Refusal} where it was one and was changed to something else.
 */
export function readOverlap(
  source: TableSource & { kind: 'cte' },
  reading: Reading,
): KeySet | null {
  const { cte, query } = source;
  const number = /^_relation_([\d_]+)$/.exec(cte.name)?.[1];
  const union = query.ctes.find(({ name }) => name === `_union_${number}`);
  if (!number || !union) return null;
  const [scope] = union.query.scopes;
  const [target, related] = scope?.tables ?? [];
  const layers = [target, related].map((table) =>
    reading.catalogue.layers.find(({ id }) => id.toLowerCase() === table?.name),
  );
  const [layer, other] = layers;
  if (!scope || !target || !related || !layer || !other) throw new Refusal('overlap', union);
  const queryAt = ({ start, end }: Span) =>
    scope.subqueries.find((inner) => inner.start >= start && inner.end <= end) ?? null;
  const names = (of: typeof layer, alias: string): Names => ({
    rows: { layer: of, alias, conditions: [], columns: columnsOf(of) },
    keySets: new Map(),
    known: new Set(),
    outer: null,
    queryAt,
  });
  const own: Span[] = [];
  const theirs: Span[] = [];
  for (const span of scope.where) (isOf(span, target.alias, reading) ? own : theirs).push(span);
  const read = (spans: Span[], of: Names) =>
    spans.map((span) => readCondition(readExpression(reading.tokens, span), of, reading));
  const where = read(theirs, names(other, related.alias));
  const relation: RelationCondition = {
    kind: 'overlap',
    minShare: shareIn(cte, reading),
    layer: other.id,
    ...(where.length > 0 ? { where: where.flatMap(conjunctsOf) } : {}),
  };
  const setting = { dialect: duckdb, target: layer, catalogue: reading.catalogue };
  const early = read(own, names(layer, target.alias));
  const { queries } = joinedForm([{ relation, number }], early, setting);
  const written = readTokens(queries.slice(-2).join(',')).map(({ name }) => name);
  const found = reading.tokens.slice(union.start, cte.end).map(({ name }) => name);
  const place = found.findIndex((name, i) => name !== written[i]);
  if (place >= 0 || found.length !== written.length) {
    const at = union.start + Math.max(0, place);
    throw new Refusal('overlap', { start: at, end: at + 1 });
  }
  const rows = names(layer, target.alias).rows;
  return { rows, column: 'key', conditions: [...early, relation] };
}

/** Whether a test is of the columns of an alias. */
function isOf({ start, end }: Span, alias: string, { tokens }: Reading): boolean {
  for (let i = start; i < end; i++) {
    if (tokens[i]?.name === alias && isSymbol(tokens[i + 1], '.')) return true;
  }
  return false;
}

/** The least share that the test of an overlap asks for; 0 where it asks for none. */
function shareIn({ start, end }: Span, { tokens }: Reading): number {
  for (let i = start; i < end; i++) {
    if (isSymbol(tokens[i], '>=') && tokens[i + 1]?.kind === 'number') {
      return Number(tokens[i + 1]?.name);
    }
  }
  return 0;
}
