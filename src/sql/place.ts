/** Where something stands in a statement: plain data for an error's context. */
export interface Place {
  /** Offset in UTF-16 units, from 0. */
  position: number;
  /** Line and column, both from 1. */
  line: number;
  column: number;
  /** The line, cut around the place when it is long. */
  excerpt: string;
}

/** The place of an offset in a statement; beyond the end is the end. */
export function placeOf(sql: string, offset: number): Place {
  const position = Math.max(0, Math.min(offset, sql.length));
  const lineStart = sql.lastIndexOf('\n', position - 1) + 1;
  const next = sql.indexOf('\n', position);
  const line = sql.slice(0, lineStart).split('\n').length;
  const from = Math.max(lineStart, position - EXCERPT_BEFORE);
  const to = Math.min(next < 0 ? sql.length : next, from + EXCERPT_LENGTH);
  return { position, line, column: position - lineStart + 1, excerpt: sql.slice(from, to) };
}

/** Offset in UTF-16 units of an offset in the bytes of the statement's UTF-8, as DuckDB counts. */
export function fromByteOffset(sql: string, bytes: number): number {
  let seen = 0;
  let at = 0;
  for (const character of sql) {
    if (seen >= bytes) break;
    const code = character.codePointAt(0) as number;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  return at;
}

const EXCERPT_BEFORE = 40;
const EXCERPT_LENGTH = 80;
