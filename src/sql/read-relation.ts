import type { Condition, RelationCondition } from '../domain/question.ts';
import { type Expression, partsOf } from './expression.ts';
import { conjunctsOf, GEOM, type Names, type Reading, resolveColumn } from './question-rows.ts';
import { constantOf } from './read-comparison.ts';
import { readCondition } from './read-condition.ts';
import { Refusal } from './refusal.ts';
import { isSymbol, type Span } from './statement.ts';
import type { Token } from './tokens.ts';

/**
 * The relation of the rows of `names.outer` to those of `names`, of which at least one meets all the tests: one test is the
 * relation, the others are on the related rows alone.
 * @throws {Refusal} at the test that is neither, or at `whole` where the two are not related by their geometries.
 */
export function readRelation(
  tests: Expression[],
  names: Names,
  reading: Reading,
  whole: Span,
): Condition {
  const target = names.outer as Names;
  const where: Condition[] = [...names.rows.conditions];
  let relation: PlainRelation | null = null;
  let isOther = false;
  for (const test of tests) {
    if (!mentions(test, target, names, reading.tokens)) {
      where.push(readCondition(test, names, reading));
    } else if (isKeyInequality(test, names)) isOther = true;
    else if (relation) throw new Refusal('relation-pair', test);
    else relation = pairRelation(test, names);
  }
  if (!relation) throw new Refusal('relation-pair', whole);
  const isSelf = names.rows.layer === target.rows.layer;
  if (isSelf && !isOther) throw new Refusal('self', whole);
  if (!isSelf && isOther) throw new Refusal('relation', whole);
  const conditions = where.flatMap(conjunctsOf);
  const related = {
    layer: names.rows.layer.id,
    ...(conditions.length > 0 ? { where: conditions } : {}),
  };
  return { ...relation, ...related } as RelationCondition;
}

/** Whether a test speaks of rows outside those of `names`, by an alias or a column that only they have. */
export function mentions(
  test: Expression,
  target: Names,
  names: Names,
  tokens: readonly Token[],
): boolean {
  const aliases = new Set<string>();
  for (let at: Names | null = target; at; at = at.outer) {
    aliases.add(at.rows.alias);
    for (const alias of at.keySets.keys()) aliases.add(alias);
  }
  aliases.delete(names.rows.alias);
  for (let i = test.start; i < test.end; i++) {
    if (aliases.has(tokens[i]?.name ?? '') && isSymbol(tokens[i + 1], '.')) return true;
  }
  return [...partsOf(test)].some((part) => {
    const found = resolveColumn(part, names);
    return found !== null && found.rows !== names.rows;
  });
}

type PlainRelation =
  | { kind: 'distance'; metres: number }
  | { kind: (typeof PREDICATES)[keyof typeof PREDICATES][number] };

/** Predicate → the relation of the first argument to the second, then of the second to the first. */
const PREDICATES = {
  st_intersects: ['intersects', 'intersects'],
  st_within: ['inside', 'encloses'],
  st_contains: ['encloses', 'inside'],
  st_touches: ['touches', 'touches'],
  st_crosses: ['crosses', 'crosses'],
  st_overlaps: ['overlaps', 'overlaps'],
  st_equals: ['equals', 'equals'],
} as const;

function pairRelation(test: Expression, names: Names): PlainRelation {
  if (test.kind === 'compare') {
    const isDistance = test.left.kind === 'call' && test.left.name === 'st_distance';
    const metres = constantOf(test.right);
    const isKnown = isDistance && test.op === '<=' && typeof metres === 'number';
    if (!isKnown || !orderOf(test.left, names)) throw new Refusal('relation', test);
    return { kind: 'distance', metres };
  }
  const order = orderOf(test, names);
  if (test.kind !== 'call' || !order) throw new Refusal('relation', test);
  if (test.name === 'st_dwithin') {
    const metres = test.args[2] && constantOf(test.args[2]);
    if (typeof metres !== 'number') throw new Refusal('relation', test);
    return { kind: 'distance', metres };
  }
  const kinds = PREDICATES[test.name as keyof typeof PREDICATES];
  if (!kinds || test.args.length !== 2) throw new Refusal('relation', test);
  return { kind: kinds[order === 'target-first' ? 0 : 1] };
}

/** Which of the two geometries a call names first; null when it is not of one of each. */
function orderOf(call: Expression, names: Names): 'target-first' | 'related-first' | null {
  if (call.kind !== 'call') return null;
  const [a, b] = call.args.slice(0, 2).map((argument) => resolveColumn(argument, names));
  if (a?.field !== GEOM || b?.field !== GEOM) return null;
  const target = names.outer?.rows;
  if (a.rows === target && b.rows === names.rows) return 'target-first';
  return a.rows === names.rows && b.rows === target ? 'related-first' : null;
}

/** Whether a test says that a feature is not related to itself: `r.id <> t.id`. */
function isKeyInequality(test: Expression, names: Names): boolean {
  if (test.kind !== 'compare' || test.op !== '!=') return false;
  const [a, b] = [test.left, test.right].map((side) => resolveColumn(side, names));
  const rows = [names.rows, names.outer?.rows];
  return Boolean(
    a &&
      b &&
      a.rows !== b.rows &&
      [a, b].every(({ rows: of, field }) => rows.includes(of) && field === of.layer.key),
  );
}
