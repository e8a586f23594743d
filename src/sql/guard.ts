import { AppError } from '../domain/errors.ts';
import { placeOf } from './place.ts';
import { closeOf } from './spans.ts';
import { isName, isSymbol, isWord } from './statement.ts';
import { readTokens, type Token } from './tokens.ts';

/** First letters of every name that the engine keeps for itself: tables, columns and functions. */
export const INTERNAL_PREFIX = '__';

/**
 * The tokens of one statement that only reads, without the semicolon that may end it.
 * @throws {AppError} `sql-invalid`, whose `reason` is `empty`, `unclosed`, `many-statements`, `not-read-only`,
 * `too-deep`, `forbidden-function`, `file` or `internal-name`, with the `word` and its place: `position` (0-based, in UTF-16 units),
 * `line` and `column` (1-based), `excerpt` (the line).
 */
export function checkReadOnly(sql: string): Token[] {
  const tokens = readTokens(sql);
  const refuse = (reason: string, { start, end }: { start: number; end: number }): never => {
    const word = sql.slice(start, Math.min(end, start + MAX_WORD));
    const context = { reason, word, ...placeOf(sql, start) };
    throw new AppError('sql-invalid', `${reason}: "${word}" at ${start}`, context);
  };
  const unclosed = tokens.find(({ isClosed }) => !isClosed);
  if (unclosed) refuse('unclosed', unclosed);
  const semicolon = tokens.findIndex(({ kind, name }) => kind === 'symbol' && name === ';');
  const second = tokens.find(({ name }, i) => semicolon >= 0 && i > semicolon && name !== ';');
  if (second) refuse('many-statements', second);
  const statement = semicolon < 0 ? tokens : tokens.slice(0, semicolon);
  if (statement.length === 0) refuse('empty', { start: 0, end: 0 });
  const deep = findTooDeep(statement);
  if (deep) refuse('too-deep', deep);
  const writer = findWriter(statement);
  if (writer) refuse('not-read-only', writer);
  statement.forEach((token, i) => {
    const fault = faultOf(statement, i);
    if (fault) refuse(fault, token);
  });
  return statement;
}

/** The parenthesis, bracket or brace, if any, that opens one too many. */
function findTooDeep(tokens: Token[]): Token | null {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind !== 'symbol') continue;
    if ('([{'.includes(token.name)) depth++;
    else if (')]}'.includes(token.name)) depth--;
    if (depth > MAX_DEPTH) return token;
  }
  return null;
}

/** The word, if any, that makes a statement something else than a reading. */
function findWriter(tokens: Token[]): Token | null {
  let at = skipOpen(tokens, 0);
  while (isWord(tokens[at], 'explain')) {
    at++;
    while (isWord(tokens[at], 'analyze') || isSymbol(tokens[at], '(')) {
      at = isSymbol(tokens[at], '(') ? closeOf(tokens, at) + 1 : at + 1;
    }
    at = skipOpen(tokens, at);
  }
  const first = tokens[at];
  if (first?.kind !== 'word' || !READING.has(first.name)) return first ?? tokens[0] ?? null;
  if (first.name === 'with') {
    const verb = mainVerb(tokens, at);
    if (!verb || !READING.has(verb.name)) return verb ?? first;
  }
  if (LISTING.has(first.name) && isWord(tokens[at + 1], 'all', 'tables') && tokens[at + 2]) {
    return tokens[at + 2] as Token;
  }
  if (first.name === 'show' && tokens.length > at + 2) return tokens[at + 2] as Token;
  return tokens.find((_, i) => isSymbol(tokens[i - 1], '(') && isNestedWriter(tokens, i)) ?? null;
}

/** Whether the word after an opening parenthesis begins what writes or lists tables, rather than names a column. */
function isNestedWriter(tokens: Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (isWord(tokens[i], ...WRITING)) return next?.kind === 'word' && !AFTER_COLUMN.has(next.name);
  if (!isWord(tokens[i], ...LISTING)) return false;
  if (isSymbol(next, ')')) return !opensCall(tokens, i - 1);
  return isWord(tokens[i], 'show')
    ? isName(next) && !AFTER_COLUMN.has(next?.name ?? '')
    : isWord(next, 'all', 'tables', 'databases');
}

/** What follows the last common table expression of the `WITH` at `at`. */
function mainVerb(tokens: Token[], at: number): Token | null {
  for (let i = at + 1; i < tokens.length; i++) {
    if (tokens[i]?.name !== '(') continue;
    i = closeOf(tokens, i);
    const next = tokens[i + 1];
    if (next && !(next.kind === 'word' && BEFORE_BODY.has(next.name)) && next.name !== ',') {
      return tokens[skipOpen(tokens, i + 1)] ?? null;
    }
  }
  return null;
}

function faultOf(tokens: Token[], i: number): string | null {
  const { kind, name } = tokens[i] as Token;
  if (kind === 'string') return isTable(tokens, i) ? 'file' : null;
  if (kind !== 'word' && kind !== 'quoted') return null;
  if (kind === 'quoted' && FILE_NAME.test(name) && isTable(tokens, i)) return 'file';
  const isCalled = isSymbol(tokens[i + 1], '(');
  if (name.startsWith(INTERNAL_PREFIX) || SYSTEM_NAME.test(name)) return 'internal-name';
  if (INTERNAL_SCHEMAS.has(name) && isSchema(tokens, i)) return 'internal-name';
  if (!isCalled && POSTGRES_TABLE.test(name)) return 'internal-name';
  if (isCalled && FORBIDDEN_FUNCTIONS.some((pattern) => pattern.test(name))) {
    return 'forbidden-function';
  }
  return null;
}

/** Whether a token is the schema of a table, and not the alias by which a column is called. */
function isSchema(tokens: Token[], i: number): boolean {
  if (!isSymbol(tokens[i + 1], '.') || isSymbol(tokens[i + 3], '(')) return false;
  if (isSymbol(tokens[i - 1], '.')) return false;
  const name = tokens[i]?.name;
  const isAlias = tokens.some(
    (token, at) =>
      isName(token) &&
      token.name === name &&
      !isSymbol(tokens[at + 1], '.') &&
      !isSymbol(tokens[at - 1], '.'),
  );
  return !isAlias || isInFrom(tokens, i);
}

/** Whether a token stands in a `FROM`, or after a verb that a table follows, rather than in an expression. */
function isInFrom(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before?.kind !== 'symbol') return isWord(before, ...BEFORE_TABLE);
  if (!',(:'.includes(before.name)) return false;
  let isListed = false;
  let depth = 0;
  for (let at = i - 1; at >= 0; at--) {
    const { kind, name } = tokens[at] as Token;
    if (kind === 'symbol') {
      if (')]}'.includes(name)) depth++;
      else if ('([{'.includes(name) && depth-- === 0) {
        if (name !== '(' || opensCall(tokens, at)) return false;
        depth = 0;
        isListed = false;
      } else if (name === ',' && depth === 0) isListed = true;
    } else if (kind === 'word' && depth === 0) {
      if (name === 'on' || name === 'using') return isListed;
      if (BEFORE_EXPRESSION.has(name)) return false;
      if (BEFORE_TABLE.has(name) && name !== 'desc') return true;
    }
  }
  return true;
}

/** Whether a parenthesis is that of a call. */
function opensCall(tokens: Token[], open: number): boolean {
  const before = tokens[open - 1];
  return isName(before) && !isWord(before, ...BEFORE_PARENTHESIS, ...BEFORE_TABLE);
}

/** Whether a token stands where a table does: after `FROM` or `JOIN`, but for the `FROM` of `DISTINCT FROM`, `EXTRACT` and the like. */
function isTable(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before?.kind !== 'word' || !['from', 'join', 'table'].includes(before.name)) return false;
  const isCompared =
    tokens[i - 2]?.name === 'distinct' && /^(is|not)$/.test(tokens[i - 3]?.name ?? '');
  let depth = 0;
  for (let open = i - 1; open >= 0 && !isCompared; open--) {
    if (isSymbol(tokens[open], ')')) depth++;
    if (!isSymbol(tokens[open], '(') || depth-- > 0) continue;
    return !FROM_IN_CALL.has(tokens[open - 1]?.name ?? '');
  }
  return !isCompared;
}

function skipOpen(tokens: Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === 'symbol' && tokens[at]?.name === '(') at++;
  return at;
}

const MAX_WORD = 60;
const READING = new Set(
  'select with from values explain describe desc show summarize table'.split(' '),
);
/** How many parentheses, brackets and braces may stand one in another. */
const MAX_DEPTH = 200;
const WRITING = new Set('insert update delete merge create drop alter copy'.split(' '));
/** Verbs that list tables, or the columns of one. */
const LISTING = new Set(['show', 'describe', 'desc', 'summarize']);
/** Reserved words that follow a column, and no verb that writes. */
const AFTER_COLUMN = new Set(['order', 'is', 'in', 'not', 'and', 'as', 'asc', 'desc']);
const BEFORE_TABLE = new Set(
  'from join table only lateral describe desc summarize show pivot unpivot pivot_wider pivot_longer'.split(
    ' ',
  ),
);
const BEFORE_PARENTHESIS = 'on as materialized in exists any all some select union except'.split(
  ' ',
);
const BEFORE_EXPRESSION = new Set('select where by having qualify limit offset values'.split(' '));
/** Words that may stand between the columns of a common table expression and its body. */
const BEFORE_BODY = new Set(['as', 'using', 'not', 'materialized']);
/** Functions whose arguments are parted by `FROM`. */
const FROM_IN_CALL = new Set(['extract', 'trim', 'substring', 'overlay', 'position', 'date_part']);
const FILE_NAME =
  /[/\\*:]|\.(csv|tsv|txt|json|jsonl|ndjson|parquet|arrow|db|duckdb|xlsx)(\.gz|\.zst)?$/;
const SYSTEM_NAME =
  /^(information_schema$|pg_catalog$|duckdb_|pragma_|sqlite_(temp_)?(master|schema)$)/;
/** Where the tables behind the views stand. */
const INTERNAL_SCHEMAS = new Set(['main', 'memory', 'temp', 'system']);
const POSTGRES_TABLE = /^pg_/;
/** Functions that read files, the network or the settings, or that run a text as SQL. Scalar and table functions alike. */
const FORBIDDEN_FUNCTIONS = [
  /^(read|parquet|duckdb|pragma|scan|from|st_read|st_drivers|load|enable|disable|write|copy|export|import)_/,
  /^(st_read|st_drivers)/,
  /_(scan|query|read|secret|secrets)$/,
  /^(glob|sniff_csv|getenv|query|query_table|current_setting|set_config|json_execute_serialized_sql)$/,
  /^(which_secret|checkpoint|force_checkpoint|add_parquet_key|getvariable|nextval|currval|sql_auto_complete|get_block_size)$/,
  /^(setseed|truncate_duckdb_logs)$/,
  /^(arrow_scan_dumb|seq_scan|index_scan|storage_info|table_info|database_size|import_database)$/,
];
