/** What a token is: a word may be a keyword or a name; a quoted name never is a keyword. */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';

/** One token of a statement; comments and white space have none. */
export interface Token {
  kind: TokenKind;
  /** As it is compared: words and quoted names in lower case (DuckDB folds both), the rest as written. */
  name: string;
  /** Offsets in the statement, in UTF-16 units, the end excluded. */
  start: number;
  end: number;
  /** False for a string, a quoted name or a comment's `/*` that nothing closes. */
  isClosed: boolean;
}

/**
 * The tokens of a statement as DuckDB's scanner (PostgreSQL's) cuts them: nested comments, `''` and `""`, `E''`
 * with backslashes, `$tag$ … $tag$`, numbers with `_`, names of any letter beyond ASCII. Symbols come one by one, but for
 * `::`, `||`, `->`, `->>`, `<=`, `>=`, `<>`, `!=`, `==`, `=>`, `:=`. Linear; never throws.
 */
export function readTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const blank = blankEnd(sql, at);
    if (blank.end > at) {
      if (!blank.isClosed) tokens.push(makeToken('symbol', '/*', at, blank.end, false));
      at = blank.end;
      continue;
    }
    const token = readToken(sql, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /0[xX][\da-fA-F_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const PARAMETER = /\?\d*|\$(?:\d+|[A-Za-z_]\w*)/y;
const DOLLAR_QUOTE = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const SYMBOL = /::|->>|->|\|\||<=|>=|<>|!=|==|=>|:=|[\s\S]/y;
const SPACES = /[\s\u00a0]+/y;

function makeToken(
  kind: TokenKind,
  name: string,
  start: number,
  end: number,
  isClosed = true,
): Token {
  return { kind, name, start, end, isClosed };
}

function matchAt(pattern: RegExp, sql: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? null;
}

/** Where the white space or the comment that begins here ends: here when none does. */
function blankEnd(sql: string, at: number): { end: number; isClosed: boolean } {
  const spaces = matchAt(SPACES, sql, at);
  if (spaces) return { end: at + spaces.length, isClosed: true };
  if (sql.startsWith('--', at)) {
    const line = sql.slice(at).search(/[\r\n]/);
    return { end: line < 0 ? sql.length : at + line, isClosed: true };
  }
  if (!sql.startsWith('/*', at)) return { end: at, isClosed: true };
  let depth = 1;
  let end = at + 2;
  while (depth > 0 && end < sql.length) {
    if (sql.startsWith('/*', end)) depth++;
    else if (sql.startsWith('*/', end)) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  }
  return { end, isClosed: depth === 0 };
}

function readToken(sql: string, at: number): Token {
  const first = sql[at] as string;
  const isEscaped = /[eE]/.test(first) && sql[at + 1] === "'";
  if (first === "'" || isEscaped || (/[xXbBnN]/.test(first) && sql[at + 1] === "'")) {
    const open = first === "'" ? at : at + 1;
    const { end, isClosed } = quoteEnd(sql, open, isEscaped);
    return makeToken('string', sql.slice(at, end), at, end, isClosed);
  }
  if (first === '"') {
    const { end, isClosed } = quoteEnd(sql, at, false);
    const name = sql.slice(at + 1, isClosed ? end - 1 : end).replaceAll('""', '"');
    return makeToken('quoted', name.toLowerCase(), at, end, isClosed);
  }
  const tag = matchAt(DOLLAR_QUOTE, sql, at);
  if (tag) {
    const close = sql.indexOf(tag, at + tag.length);
    const end = close < 0 ? sql.length : close + tag.length;
    return makeToken('string', sql.slice(at, end), at, end, close >= 0);
  }
  const word = matchAt(WORD, sql, at);
  if (word) return makeToken('word', word.toLowerCase(), at, at + word.length);
  const number = matchAt(NUMBER, sql, at);
  if (number) return makeToken('number', number, at, at + number.length);
  const parameter = matchAt(PARAMETER, sql, at);
  if (parameter) return makeToken('parameter', parameter, at, at + parameter.length);
  const symbol = matchAt(SYMBOL, sql, at) as string;
  return makeToken('symbol', symbol, at, at + symbol.length);
}

/** End of the quoted text whose quote stands at `open`; a doubled quote stays inside, and so does one after `\` where it escapes. */
function quoteEnd(
  sql: string,
  open: number,
  isEscaped: boolean,
): { end: number; isClosed: boolean } {
  const quote = sql[open] as string;
  for (let at = open + 1; at < sql.length; at++) {
    if (isEscaped && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return { end: at + 1, isClosed: true };
      at++;
    }
  }
  return { end: sql.length, isClosed: false };
}
