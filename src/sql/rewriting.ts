import { type TableSource, visibleCtes } from './join-sides.ts';
import type { PlanStep } from './plan-joins.ts';
import { quoteIdentifier } from './quote.ts';
import { closeOf, outerTokens, splitAtCommas } from './spans.ts';
import {
  type Conjunct,
  type Cte,
  isSymbol,
  isWord,
  type Query,
  type Scope,
  type Span,
  type TableRef,
} from './statement.ts';
import type { Token } from './tokens.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What becomes of a table: its rows numbered, and joined to pairs or not. */
interface TableChange {
  relation: string;
  pairs: string | null;
}

/** The changes to a statement, kept beside it until its text is asked for. */
export class Rewriting {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  readonly #addStep: (step: PlanStep) => void;
  readonly #tables = new Map<TableRef, TableChange>();
  readonly #conditions: Edit[] = [];
  readonly #numbered = new Map<Query, string>();
  readonly #numberedCtes = new Map<Cte, string>();

  /** `addStep` is told of the tables that must be made before. */
  constructor(sql: string, tokens: readonly Token[], addStep: (step: PlanStep) => void) {
    this.#sql = sql;
    this.#tokens = tokens;
    this.#addStep = addStep;
  }

  /** Has the rows of a table numbered (`__row`), and gives the name of what holds them. */
  key(table: TableRef, source: TableSource): string {
    const known = this.#tables.get(table);
    if (known) return known.relation;
    const relation = this.#relationOf(source);
    this.#tables.set(table, { relation, pairs: null });
    return relation;
  }

  isPaired(table: TableRef): boolean {
    return Boolean(this.#tables.get(table)?.pairs);
  }

  /** Makes a table the pairs that relate it to another, and a condition the equality that joins them; both have keys. */
  pair(
    right: TableRef,
    left: TableRef,
    pairs: string,
    condition: Conjunct,
    isResidual: boolean,
  ): void {
    (this.#tables.get(right) as TableChange).pairs = pairs;
    const equality = `${this.aliasText(right)}.__left = ${this.aliasText(left)}.__row`;
    const rest = isResidual ? ` AND ${this.text(condition)}` : '';
    this.#conditions.push({ ...this.#offsets(condition), text: `(${equality}${rest})` });
  }

  /** A span of tokens as it is written. */
  text(span: Span): string {
    const { start, end } = this.#offsets(span);
    return this.#sql.slice(start, end);
  }

  /** The alias of a table, or its name, as it is written. */
  aliasText({ aliasAt }: TableRef): string {
    return this.text({ start: aliasAt, end: aliasAt + 1 });
  }

  /** A span of tokens with the changes made so far. */
  render(span: Span): string {
    const { start, end } = this.#offsets(span);
    const edits = this.#edits().filter((edit) => edit.start >= start && edit.end <= end);
    let text = '';
    let at = start;
    for (const edit of edits) {
      if (edit.start < at) continue;
      text += this.#sql.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.#sql.slice(at, end);
  }

  #offsets({ start, end }: Span): { start: number; end: number } {
    return {
      start: (this.#tokens[start] as Token).start,
      end: (this.#tokens[end - 1] as Token).end,
    };
  }

  #relationOf(source: TableSource): string {
    if (source.kind === 'layer') return quoteIdentifier(`__keyed_${source.layer}`);
    if (source.kind === 'derived') {
      const { query } = source;
      const known = this.#numbered.get(query);
      return (
        known ??
        this.#number(visibleCtes(query), `(${this.render(query)})`, (name) =>
          this.#numbered.set(query, name),
        )
      );
    }
    const { cte, query } = source;
    const known = this.#numberedCtes.get(cte);
    if (known) return known;
    const own = query.ctes
      .slice(0, query.ctes.indexOf(cte) + 1)
      .map((one) => ({ cte: one, query }));
    const name = this.text({ start: cte.start, end: cte.start + 1 });
    return this.#number([...visibleCtes(query), ...own], name, (table) =>
      this.#numberedCtes.set(cte, table),
    );
  }

  #number(ctes: { cte: Cte; query: Query }[], from: string, keep: (table: string) => void): string {
    const table = `__table_${this.#numbered.size + this.#numberedCtes.size + 1}`;
    const isRecursive = ctes.some(({ query }) =>
      isWord(this.#tokens[query.withAt + 1], 'recursive'),
    );
    const list = ctes.map(({ cte }) => this.render(cte)).join(', ');
    const prefix = list === '' ? '' : `WITH ${isRecursive ? 'RECURSIVE ' : ''}${list} `;
    const sql = `${prefix}SELECT (row_number() OVER () - 1)::UINTEGER AS __row, * FROM ${from}`;
    this.#addStep({ kind: 'table', table, sql });
    keep(table);
    return table;
  }

  #edits(): Edit[] {
    const scopes = new Set([...this.#tables.keys()].map(({ scope }) => scope));
    const edits = [
      ...this.#conditions,
      ...[...this.#tables].map(([table, change]) => this.#tableEdit(table, change)),
      ...[...scopes].flatMap((scope) => this.#starEdits(scope)),
      ...[...this.#numberedCtes].map(([{ query }, table]) => ({
        ...this.#offsets(query),
        text: `SELECT * EXCLUDE (__row) FROM ${table}`,
      })),
    ];
    return edits.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #tableEdit(table: TableRef, { relation, pairs }: TableChange): Edit {
    const alias = this.aliasText(table);
    const text = pairs
      ? `(SELECT __p.__left, __t.* FROM ${pairs} AS __p JOIN ${relation} AS __t ON __t.__row = __p.__right) AS ${alias}`
      : `${relation} AS ${alias}`;
    return { ...this.#offsets(table), text };
  }

  /** `*` gives what it gave: the columns that were added are left out of it. */
  #starEdits(scope: Scope): Edit[] {
    const tokens = this.#tokens;
    if (!scope.items) {
      const { start } = tokens[scope.fromAt] as Token;
      const added = this.#added(scope, null);
      return added === '' ? [] : [{ start, end: start, text: `SELECT * EXCLUDE (${added}) ` }];
    }
    return splitAtCommas(tokens, scope.items).flatMap((item) => {
      const star = [...outerTokens(tokens, item)].find((i) => this.#isStar(i, item));
      if (star === undefined) return [];
      const alias = isSymbol(tokens[star - 1], '.') ? (tokens[star - 2]?.name ?? '') : null;
      const added = this.#added(scope, alias);
      if (added === '') return [];
      if (!isWord(tokens[star + 1], 'exclude')) {
        const { end } = tokens[star] as Token;
        return [{ start: end, end, text: ` EXCLUDE (${added})` }];
      }
      const { end } = tokens[star + 2] as Token;
      if (isSymbol(tokens[star + 2], '(')) return [{ start: end, end, text: `${added}, ` }];
      const { start } = tokens[star + 2] as Token;
      return [
        { start, end: start, text: `(${added}, ` },
        { start: end, end, text: ')' },
      ];
    });
  }

  #isStar(i: number, { start }: Span): boolean {
    const tokens = this.#tokens;
    if (!isSymbol(tokens[i], '*')) return false;
    if (isSymbol(tokens[i - 1], '.')) return true;
    if (i === start || isWord(tokens[i - 1], 'distinct', 'all')) return true;
    const isDistinctOn = isWord(tokens[start], 'distinct') && isWord(tokens[start + 1], 'on');
    return isDistinctOn && closeOf(tokens, start + 2) === i - 1;
  }

  /** Names of the columns added to what the star of a scope, or of one table of it, gives. */
  #added(scope: Scope, alias: string | null): string {
    const changes = scope.tables
      .filter(({ join }) => join !== 'semi' && join !== 'anti')
      .filter((table) => alias === null || table.alias === alias)
      .flatMap((table) => this.#tables.get(table) ?? []);
    const names = [changes.length > 0 && '__row', changes.some(({ pairs }) => pairs) && '__left'];
    return names.filter(Boolean).join(', ');
  }
}
