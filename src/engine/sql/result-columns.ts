import type { SqlResult, SqlType } from '../../domain/sql-result.ts';

/** A column of a result as `DESCRIBE` tells it. */
export interface DescribedColumn {
  name: string;
  /** DuckDB's name of its type. */
  type: string;
}

/** What is put before a statement whose values are given as text. */
export const AS_TEXT_PREFIX = 'FROM (';

/** Columns as the protocol names their types. */
export function toResultColumns(columns: readonly DescribedColumn[]): SqlResult['columns'] {
  return columns.map(({ name, type }) => ({ name, type: typeOf(type) }));
}

/** Whether a result has values that Arrow, as DuckDB-WASM writes it, garbles or does not tell: nested ones, dates, times. */
export function needsText(columns: readonly DescribedColumn[]): boolean {
  return columns.some(({ type }) => !PLAIN.test(type));
}

/** The statement with such values as text. Columns are taken by their place, since two may have one name. */
export function asText(sql: string, columns: readonly DescribedColumn[]): string {
  const places = columns.map((_, i) => `c${i}`);
  const selected = columns.map(({ name, type }, i) => {
    const value = PLAIN.test(type) ? `c${i}` : `CAST(c${i} AS VARCHAR)`;
    return `${value} AS "${name.replaceAll('"', '""')}"`;
  });
  return `${AS_TEXT_PREFIX}${sql}\n) AS __result(${places.join(', ')}) SELECT ${selected.join(', ')}`;
}

const PLAIN =
  /^(BLOB|BOOLEAN|U?(TINY|SMALL|BIG)INT|U?INTEGER|HUGEINT|DOUBLE|FLOAT|DECIMAL\(\d+,\d+\)|VARCHAR|UUID)$/;

function typeOf(type: string): SqlType {
  if (type === 'BLOB') return 'geometry';
  if (type === 'BOOLEAN') return 'boolean';
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return 'integer';
  if (/^(DOUBLE|FLOAT|DECIMAL\(\d+,\d+\))$/.test(type)) return 'number';
  if (/^(DATE|TIMESTAMP[^[]*)$/.test(type)) return 'date';
  return type === 'VARCHAR' || /^ENUM\(.*\)$/.test(type) ? 'text' : 'other';
}
