import type { Token } from './tokens.ts';

/** Where something stands among the tokens of a statement: from `start` to before `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A query: its common table expressions, and its `SELECT`s (several when they are united). */
export interface Query extends Span {
  /** Token `WITH`, or -1. */
  withAt: number;
  ctes: Cte[];
  scopes: Scope[];
  /** The scope whose names it sees, null at the top. */
  parent: Scope | null;
  /** The query that it is a common table expression of, or null. */
  holder: Query | null;
  /** The query that it is an arm of, in parentheses, or null. */
  around: Query | null;
}

/** One common table expression; the span goes from its name to the end of its body. */
export interface Cte extends Span {
  name: string;
  query: Query;
}

/** One `SELECT … FROM … WHERE …`. */
export interface Scope extends Span {
  query: Query;
  tables: TableRef[];
  /** What `WHERE` is the conjunction of. */
  where: Conjunct[];
  /** Its clauses in order, each with the word that begins it in lower case and what follows that: `by …` for `group`. */
  clauses: Clause[];
  /** Queries inside its expressions: `EXISTS (…)`, `IN (…)`, a scalar one. */
  subqueries: Query[];
  /** The items between `SELECT` and `FROM`; null when the scope begins with `FROM`, which is `SELECT *`. */
  items: Span | null;
  /** Token `FROM`, or -1. */
  fromAt: number;
  /** False where its `FROM` holds a form that is not read here: nothing in it may be rewritten. */
  isReadable: boolean;
}

/** One clause of a `SELECT`: `where`, and the tokens after it. */
export interface Clause extends Span {
  word: string;
}

/** How a table joins those before it. */
export type JoinKind =
  | 'first'
  | 'comma'
  | 'cross'
  | 'inner'
  | 'left'
  | 'right'
  | 'full'
  | 'semi'
  | 'anti'
  | 'other';

/** A table, view or query in a `FROM`; the span goes to the end of its alias. */
export interface TableRef extends Span {
  scope: Scope;
  /** Name of the table, without its schema, in lower case; null for a query or a function. */
  name: string | null;
  query: Query | null;
  /** The name by which its columns are called, in lower case, and the token that says it; empty and -1 without one. */
  alias: string;
  aliasAt: number;
  join: JoinKind;
  /** What `ON` is the conjunction of. */
  on: Conjunct[];
  /** True with `AS t(a, b)`, `TABLESAMPLE` and other forms that a rewriting would lose. */
  isSpecial: boolean;
}

/** One of the conditions that must all hold; the span leaves out parentheses around it. */
export interface Conjunct extends Span {
  /** The table whose `ON` it is in, null in `WHERE`. */
  joined: TableRef | null;
}

/** A call `name(argument, …)`. */
export interface Call extends Span {
  name: string;
  args: Span[];
}

/** Whether a token is that symbol. */
export function isSymbol(token: Token | undefined, name: string): boolean {
  return token?.kind === 'symbol' && token.name === name;
}

/** Whether a token is one of these words, unquoted. */
export function isWord(token: Token | undefined, ...names: string[]): boolean {
  return token?.kind === 'word' && names.includes(token.name);
}

/** Whether a token is a name, quoted or not. */
export function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted';
}
