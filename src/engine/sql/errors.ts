import { AppError, type ErrorContext } from '../../domain/errors.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { findFunction, SQL_FUNCTIONS, signaturesOf } from '../../sql/function-catalogue.ts';
import { fromByteOffset, placeOf } from '../../sql/place.ts';
import type { Token } from '../../sql/tokens.ts';
import { DuckdbError, type DuckdbReason } from './duckdb-error.ts';

/** What an error is told against. */
export interface StatementContext {
  sql: string;
  tokens: readonly Token[];
  /** Bytes that were put before the statement. */
  prefix: number;
  /** Ids of the layers of the catalogue. */
  layers: readonly string[];
}

/**
 * The error of a statement as the reader is told it: `sql-invalid` with its `reason` (see `ui/strings/sql-sentence.ts`), the
 * `word` it is about and its place, the name `nearest` to one that does not exist, and DuckDB's own words in `detail`.
 * Other errors come back as they are.
 */
export function toSqlError(error: unknown, statement: StatementContext): unknown {
  if (error instanceof DuckdbError) return explain(error, statement);
  if (!(error instanceof AppError)) return error;
  const { function: name, at, ...evidence } = error.context;
  if (typeof name !== 'string' && typeof at !== 'number') return error;
  const token = statement.tokens.find((candidate) =>
    typeof at === 'number' ? candidate.start === at : isFormOf(candidate.name, name as string),
  );
  return new AppError(
    error.code,
    error.message,
    { ...evidence, ...wordAt(token, statement) },
    error,
  );
}

function explain(error: DuckdbError, statement: StatementContext): AppError {
  const { reason } = error;
  const unfilled = unfilledToken(reason, statement);
  const token = unfilled ?? tokenOf(reason, statement);
  const word = token ? statement.sql.slice(token.start, token.end) : reason.name;
  const end = reason.subtype === 'SYNTAX_ERROR' && !token ? statement.sql.length : -1;
  const at = token ? token.start : end;
  const context: ErrorContext = {
    ...(word ? { word } : {}),
    ...(unfilled ? { reason: 'parameter' } : kindOf(reason, word, statement)),
    detail: reason.message,
    ...(at >= 0 ? placeOf(statement.sql, at) : {}),
  };
  return new AppError('sql-invalid', `DuckDB: ${error.message}`, context, error);
}

/** The first parameter of a statement that DuckDB will not run without its values. */
function unfilledToken({ message }: DuckdbReason, { tokens }: StatementContext): Token | undefined {
  if (!/parameter/i.test(message) || /macro|function/i.test(message)) return undefined;
  return tokens.find(({ kind }) => kind === 'parameter');
}

/** The token that DuckDB points at, or else the first that says what it is about. */
function tokenOf(reason: DuckdbReason, statement: StatementContext): Token | undefined {
  if (reason.type === 'Conversion') return convertedToken(reason, statement);
  const { position, name, message } = reason;
  const { sql, tokens, prefix } = statement;
  if (position !== null) {
    const offset = fromByteOffset(sql, position - prefix);
    const found = tokens.find(({ end }) => end > offset);
    const column = message.match(/column named "([^"]+)"/)?.[1]?.toLowerCase();
    const named = tokens.find((token) => token.end > offset && token.name === column);
    if (named) return named;
    if (found && found.start <= offset + 1) return found;
  }
  const quoted = name || message.match(/"([^"]+)"/)?.[1];
  return quoted ? tokens.find((token) => token.name === quoted.toLowerCase()) : undefined;
}

/** Of a conversion the position may be one in a function's body, which is a macro: the value or column tells the place. */
function convertedToken(
  { message }: DuckdbReason,
  { tokens }: StatementContext,
): Token | undefined {
  const column = message.match(/source column (.+)$/)?.[1]?.toLowerCase();
  const value = message.match(/'([^']*)'/)?.[1]?.toLowerCase();
  return (
    tokens.find(({ name }) => column !== undefined && name === column) ??
    tokens.find(
      ({ kind, name }) => kind === 'string' && value && name.toLowerCase().includes(value),
    ) ??
    tokens.find(({ name }) => findFunction(name))
  );
}

function kindOf(reason: DuckdbReason, word: string, statement: StatementContext): ErrorContext {
  const { type, subtype, message } = reason;
  if (type === 'Parser') return { reason: 'syntax' };
  if (type === 'Permission') return { reason: 'file' };
  if (subtype === 'MISSING_ENTRY' && reason.kind === 'Table') {
    return { reason: 'table-unknown', ...near(nearestName(reason.name, statement.layers)) };
  }
  if (subtype === 'MISSING_ENTRY') {
    const names = SQL_FUNCTIONS.map(({ name }) => name);
    const own = nearestName(reason.name, names);
    const isSpatial = reason.name.startsWith('st_');
    return { reason: 'function-unknown', ...near(own ?? (isSpatial ? null : reason.candidates)) };
  }
  if (
    subtype === 'COLUMN_NOT_FOUND' ||
    /not found in FROM clause|does not have a column/.test(message)
  ) {
    const named = message.match(/"([^"]*)" does not have a column named "([^"]*)"/)?.[2];
    const candidates = (reason.candidates || (named ? '' : quotedIn(message)))
      .split(',')
      .map((name) => name.trim());
    const shown = candidates.filter(isShown);
    const column = reason.name || named;
    const nearest = nearestName(column || word, shown) ?? shown.slice(0, 3).join(', ');
    return {
      reason: 'column-unknown',
      ...(column ? { word: column } : {}),
      ...near(nearest),
    };
  }
  if (/^Referenced table/.test(message)) return { reason: 'table-unknown' };
  if (/Ambiguous reference/i.test(message)) return { reason: 'ambiguous' };
  if (/GROUP BY clause|must be part of an aggregate/i.test(message)) return { reason: 'grouping' };
  if (
    /No function matches|Macro .*does not support|macro function .*arguments|parameter/i.test(
      message,
    )
  ) {
    const known = findFunction(word) ?? findFunction(message.match(/"?(st_\w+)"?/i)?.[1] ?? '');
    const signature = known ? signaturesOf(known).join(', ') : null;
    return { reason: 'arguments', ...(known ? { word: known.name } : {}), ...near(signature) };
  }
  if (/-> BLOB/.test(message)) return { reason: 'geometry' };
  const isType =
    /Conversion|Mismatch|Type/.test(type) || /cast|compare values of type/i.test(message);
  return { reason: isType ? 'type' : 'other' };
}

function near(nearest: string | null | undefined): ErrorContext {
  return nearest ? { nearest } : {};
}

function isShown(name: string): boolean {
  return name !== '' && !name.includes('__');
}

function quotedIn(message: string): string {
  const [, candidates = ''] = message.split(/Candidate bindings?:/);
  return [...candidates.matchAll(/"([^"]+)"/g)].map(([, name]) => name).join(',');
}

/** Whether a function is a public form of one of the engine's own. */
function isFormOf(name: string, internal: string): boolean {
  return Boolean(findFunction(name)?.forms.some(({ body }) => body.includes(`${internal}(`)));
}

function wordAt(token: Token | undefined, { sql }: StatementContext): ErrorContext {
  if (!token) return {};
  return { word: sql.slice(token.start, token.end), ...placeOf(sql, token.start) };
}
