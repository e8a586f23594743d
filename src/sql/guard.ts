import { AppError } from '../domain/errors.ts';
import { placeOf } from './place.ts';
import { closeOf } from './spans.ts';
import { isSymbol } from './statement.ts';
import { readTokens, type Token } from './tokens.ts';

/** First letters of every name that the engine keeps for itself: tables, columns and functions. */
export const INTERNAL_PREFIX = '__';

/**
 * The tokens of one statement that only reads, without the semicolon that may end it.
 * @throws {AppError} `sql-invalid`, whose `reason` is `empty`, `unclosed`, `many-statements`, `not-read-only`,
 * `forbidden-function`, `file` or `internal-name`, with the `word` and its place: `position` (0-based, in UTF-16 units),
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
  const writer = findWriter(statement, 0);
  if (writer) refuse('not-read-only', writer);
  statement.forEach((token, i) => {
    const fault = faultOf(statement, i);
    if (fault) refuse(fault, token);
  });
  return statement;
}

/** The word, if any, that makes a statement from a token on something else than a reading. */
function findWriter(tokens: Token[], from: number): Token | null {
  const first = tokens[skipOpen(tokens, from)] as Token;
  if (first?.kind !== 'word' || !READING.has(first.name)) return first ?? tokens[from] ?? null;
  const at = tokens.indexOf(first);
  if (first.name === 'explain') {
    let next = at + 1;
    while (tokens[next]?.name === 'analyze' || tokens[next]?.name === '(') {
      next = tokens[next]?.name === '(' ? closeOf(tokens, next) + 1 : next + 1;
    }
    return findWriter(tokens, next);
  }
  if (first.name === 'with') {
    const verb = mainVerb(tokens, at);
    if (!verb || !READING.has(verb.name)) return verb ?? first;
  }
  if (first.name === 'show' && tokens.length > at + 2) return tokens[at + 2] as Token;
  const nested = tokens.find((token, i) => {
    if (token.kind !== 'word' || !WRITING.has(token.name) || i === 0) return false;
    return tokens[i - 1]?.name === '(' && tokens[i + 1]?.kind === 'word';
  });
  return nested ?? null;
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
  const isQualified = isSymbol(tokens[i + 1], '.') && !isSymbol(tokens[i + 3], '(');
  if (isQualified && INTERNAL_SCHEMAS.has(name) && isTable(tokens, i)) return 'internal-name';
  if (!isCalled && POSTGRES_TABLE.test(name)) return 'internal-name';
  if (isCalled && FORBIDDEN_FUNCTIONS.some((pattern) => pattern.test(name))) {
    return 'forbidden-function';
  }
  return null;
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
const WRITING = new Set('insert update delete merge create drop alter copy'.split(' '));
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
  /^(arrow_scan_dumb|seq_scan|index_scan|storage_info|table_info|database_size|import_database)$/,
];
