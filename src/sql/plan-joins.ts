import { MAX_DISTANCE_M } from '../domain/question.ts';
import { INDEXED_PREDICATES } from './function-catalogue.ts';
import { type JoinSide, readSide, sourceOf, type TableSource } from './join-sides.ts';
import { listQueries } from './read-statement.ts';
import { isRewritable } from './rewritable.ts';
import { Rewriting } from './rewriting.ts';
import { closeOf, readCall } from './spans.ts';
import {
  type Call,
  type Conjunct,
  isSymbol,
  type Query,
  type Scope,
  type Span,
  type TableRef,
} from './statement.ts';
import type { Token } from './tokens.ts';

/** Geometries to be indexed, by the rows of what they belong to: a layer's, or those of a query that gives `__row` and `geom`. */
export type GeometrySource = { layer: string } | { sql: string };

/** What must be there before the statement runs: a numbered table, or the pairs of rows that relate. */
export type PlanStep =
  | { kind: 'table'; table: string; sql: string }
  | {
      kind: 'pairs';
      table: string;
      left: GeometrySource;
      right: GeometrySource;
      /** A kind of the kernel's `RelateJob`, left to right. */
      relation: string;
      /** In metres, for `dWithin`. */
      distance: number | null;
      /** Offset of the call in the statement, and the aliases that it joins. */
      position: number;
      aliases: [string, string];
    };

/** A spatial condition between two tables that stays a comparison of pairs one by one. */
export interface NestedJoin {
  /** Offset of the call in the statement. */
  position: number;
  end: number;
  aliases: [string, string];
  /** The two layers, when they are whole and nothing else joins or narrows them; else null. */
  layers: [string, string] | null;
}

/** A statement whose spatial joins go through the index. */
export interface JoinPlan {
  /** The statement to run once the steps are done. */
  sql: string;
  steps: PlanStep[];
  nested: NestedJoin[];
}

/**
 * Plans the spatial joins of a statement: where a condition that must hold (`ON`, `WHERE`, that of an `EXISTS`) is an indexed
 * predicate between two tables, the later one becomes the pairs of rows that relate, and the condition an equality
 * of row numbers, which DuckDB joins by hash, decorrelates, or keeps outer as it stands. What it would change the
 * meaning of is left alone: under `OR`, in `RIGHT` and `FULL` joins, in forms of `FROM` not read.
 */
export function planJoins(
  sql: string,
  tokens: readonly Token[],
  query: Query,
  layers: ReadonlySet<string>,
  schema: string,
): JoinPlan {
  const planner = new JoinPlanner(sql, tokens, layers, schema);
  for (const inner of listQueries(query)) {
    for (const scope of inner.scopes) planner.planScope(scope);
  }
  return planner.finish(query);
}

/** Calls between two tables that no index serves, but that a nested loop would be asked for. */
const OTHER_PAIRWISE = new Set(['st_disjoint', 'st_distance']);

class JoinPlanner {
  readonly #tokens: readonly Token[];
  readonly #layers: ReadonlySet<string>;
  readonly #schema: string;
  readonly #rewriting: Rewriting;
  readonly #steps: PlanStep[] = [];
  readonly #nested: NestedJoin[] = [];
  readonly #joined: [TableRef, TableRef][] = [];
  readonly #rewritable = new Map<Scope, boolean>();
  #pairs = 0;

  constructor(sql: string, tokens: readonly Token[], layers: ReadonlySet<string>, schema: string) {
    this.#tokens = tokens;
    this.#layers = layers;
    this.#schema = schema;
    this.#rewriting = new Rewriting(sql, tokens, (step) => this.#steps.push(step));
  }

  planScope(scope: Scope): void {
    const conjuncts = [...scope.tables.flatMap(({ on }) => on), ...scope.where];
    const left: Conjunct[] = [];
    for (const conjunct of conjuncts) {
      if (!this.#isRewritable(scope) || !this.#planConjunct(scope, conjunct)) left.push(conjunct);
    }
    for (const conjunct of left) this.#noteNested(scope, conjunct, conjuncts);
  }

  finish(query: Query): JoinPlan {
    const sql = this.#rewriting.render(query);
    return { sql, steps: this.#steps, nested: this.#nested };
  }

  #planConjunct(scope: Scope, conjunct: Conjunct): boolean {
    const found = readPredicate(this.#tokens, conjunct);
    if (!found) return false;
    const { call, distance, isResidual } = found;
    const predicate = INDEXED_PREDICATES[isResidual ? 'st_dwithin' : call.name];
    const sides = call.args.slice(0, 2).map((span) => readSide(this.#tokens, span, scope));
    const [a, b] = sides;
    if (!predicate || !a || !b || a.table === b.table) return false;
    const right = [a, b]
      .sort(byOrder(scope))
      .find((side) => this.#canBePaired(side, scope, conjunct));
    if (!right) return false;
    const left = right === a ? b : a;
    if (!this.#canBeKeyed(left, scope, conjunct)) return false;
    this.#pairs++;
    const table = `__pairs_${this.#pairs}`;
    const sources = { left: this.#geometryOf(left), right: this.#geometryOf(right) };
    this.#steps.push({
      kind: 'pairs',
      table,
      ...sources,
      relation: left === a ? predicate.relation : predicate.swapped,
      distance,
      position: (this.#tokens[call.start] as Token).start,
      aliases: [left.table.alias, right.table.alias],
    });
    this.#rewriting.pair(right.table, left.table, table, conjunct, isResidual);
    this.#joined.push([left.table, right.table]);
    return true;
  }

  #canBePaired(side: JoinSide, scope: Scope, conjunct: Conjunct): boolean {
    const { table } = side;
    if (table.scope !== scope || this.#rewriting.isPaired(table)) return false;
    if (!this.#source(table)) return false;
    if (conjunct.joined) {
      return table === conjunct.joined && ['inner', 'left', 'semi', 'anti'].includes(table.join);
    }
    const isOuter = scope.tables.some(({ join }) => join === 'right' || join === 'full');
    return !isOuter && ['first', 'comma', 'cross', 'inner'].includes(table.join);
  }

  #canBeKeyed({ table, column }: JoinSide, scope: Scope, conjunct: Conjunct): boolean {
    if (!this.#source(table) || !this.#isRewritable(table.scope)) return false;
    if (column === null && isOptional(table)) return false;
    if (table.scope !== scope || !conjunct.joined) return true;
    return scope.tables.indexOf(table) < scope.tables.indexOf(conjunct.joined);
  }

  #isRewritable(scope: Scope): boolean {
    const known = this.#rewritable.get(scope) ?? isRewritable(this.#tokens, scope);
    this.#rewritable.set(scope, known);
    return known;
  }

  #source(table: TableRef): TableSource | null {
    return sourceOf(this.#tokens, table, this.#layers, this.#schema);
  }

  #geometryOf({ table, span, column }: JoinSide): GeometrySource {
    const source = this.#source(table) as TableSource;
    const relation = this.#rewriting.key(table, source);
    if (source.kind === 'layer' && column === 'geom') return { layer: source.layer };
    const isBare = span.end - span.start === 1;
    const text = this.#rewriting.text(span);
    const alias = isBare ? '' : ` AS ${this.#rewriting.aliasText(table)}`;
    return { sql: `SELECT __row, (${text})::BLOB AS geom FROM ${relation}${alias}` };
  }

  #noteNested(scope: Scope, conjunct: Conjunct, all: Conjunct[]): void {
    for (let i = conjunct.start; i < conjunct.end; i++) {
      const { name } = this.#tokens[i] as Token;
      if (!(name in INDEXED_PREDICATES || OTHER_PAIRWISE.has(name))) continue;
      const call = callAt(this.#tokens, i, conjunct.end);
      if (!call) continue;
      const [a, b] = call.args.slice(0, 2).map((span) => readSide(this.#tokens, span, scope));
      if (!a || !b || a.table === b.table || this.#isJoined(a.table, b.table)) continue;
      const isAlone = all.every(
        (other) => other === conjunct || !this.#mentions(other, [a.table.alias, b.table.alias]),
      );
      const sources = [a, b].map(({ table }) => this.#source(table));
      const names = sources.flatMap((source) => (source?.kind === 'layer' ? source.layer : []));
      this.#nested.push({
        position: (this.#tokens[call.start] as Token).start,
        end: (this.#tokens[call.end - 1] as Token).end,
        aliases: [a.table.alias, b.table.alias],
        layers: isAlone && names.length === 2 ? (names as [string, string]) : null,
      });
    }
  }

  #isJoined(a: TableRef, b: TableRef): boolean {
    return this.#joined.some((pair) => pair.includes(a) && pair.includes(b));
  }

  /** Whether a condition speaks of one of the tables: it joins them otherwise, or narrows one of them. */
  #mentions({ start, end }: Span, aliases: string[]): boolean {
    for (let i = start; i < end; i++) {
      const { name } = this.#tokens[i] as Token;
      if (isSymbol(this.#tokens[i + 1], '.') && aliases.includes(name)) return true;
    }
    return false;
  }
}

/** Whether an outer join may leave a row without its table: what is computed from it then is not what the index knows. */
function isOptional(table: TableRef): boolean {
  const { tables } = table.scope;
  const later = tables.slice(tables.indexOf(table) + 1);
  const isExtended = table.join === 'left' || table.join === 'full';
  return isExtended || later.some(({ join }) => join === 'right' || join === 'full');
}

/** The later table of a scope first; one of a scope around it last. */
function byOrder(scope: Scope): (a: JoinSide, b: JoinSide) => number {
  const place = ({ table }: JoinSide) => scope.tables.indexOf(table);
  return (a, b) => place(b) - place(a);
}

interface Predicate {
  call: Call;
  distance: number | null;
  /** The condition asks for more than the index tells: it stays beside the equality. */
  isResidual: boolean;
}

/** An indexed predicate that a condition is, or `ST_Distance(a, b) < metres`. */
function readPredicate(tokens: readonly Token[], conjunct: Conjunct): Predicate | null {
  const call = readCall(tokens, conjunct);
  if (call?.name === 'st_dwithin') {
    const distance = call.args.length === 3 ? readNumber(tokens, call.args[2] as Span) : null;
    return distance === null ? null : { call, distance, isResidual: false };
  }
  if (call && call.name in INDEXED_PREDICATES && call.args.length === 2) {
    return { call, distance: null, isResidual: false };
  }
  const sign = conjunct.end - 2;
  if (!isSymbol(tokens[sign], '<') && !isSymbol(tokens[sign], '<=')) return null;
  const distance = readNumber(tokens, { start: sign + 1, end: conjunct.end });
  const measured = readCall(tokens, { start: conjunct.start, end: sign });
  if (measured?.name !== 'st_distance' || measured.args.length !== 2) return null;
  if (distance === null || distance < 0 || distance > MAX_DISTANCE_M) return null;
  return { call: measured, distance, isResidual: true };
}

function readNumber(tokens: readonly Token[], { start, end }: Span): number | null {
  const isNegative = isSymbol(tokens[start], '-');
  const at = isNegative ? start + 1 : start;
  if (end !== at + 1 || tokens[at]?.kind !== 'number') return null;
  const value = Number((tokens[at] as Token).name.replaceAll('_', ''));
  return isNegative ? -value : value;
}

/** The call that begins at a token, when it ends before `end`. */
function callAt(tokens: readonly Token[], start: number, end: number): Call | null {
  if (!isSymbol(tokens[start + 1], '(')) return null;
  const close = closeOf(tokens, start + 1);
  return close < end ? readCall(tokens, { start, end: close + 1 }) : null;
}
