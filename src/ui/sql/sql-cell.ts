import type { Value } from '../../domain/feature.ts';
import type { SqlType } from '../../domain/sql-result.ts';
import { formatNumber, formatShortDate } from '../strings/format.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

/** Whether a column is read from its right end. */
export function isNumeric(type: SqlType): boolean {
  return type === 'number' || type === 'integer';
}

/**
 * A value of SQL as a cell shows it: numbers with at most six decimals, a geometry (WKB) by its kind. A missing value is an
 * em dash.
 */
export function formatSqlCell(value: Value | Uint8Array, type: SqlType): string {
  if (value === null) return '—';
  if (value instanceof Uint8Array) {
    return type === 'geometry' ? geometryKind(value) : sqlScreen.bytes(value.length);
  }
  if (typeof value === 'number') return formatNumber(value, DIGITS);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return type === 'date' ? formatShortDate(value.slice(0, DAY)) + value.slice(DAY) : value;
}

const DIGITS = 6;
/** Length of a date in ISO 8601; a time may follow. */
const DAY = 10;
/** Bytes of the head of a WKB. */
const HEAD = 5;

/** The kind that the head of a WKB names (OGC 06-103r4, 8.2: byte order, then the type in 32 bits). */
function geometryKind(wkb: Uint8Array): string {
  if (wkb.length < HEAD || (wkb[0] ?? 2) > 1) return sqlScreen.bytes(wkb.length);
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const type = view.getUint32(1, wkb[0] === 1) & 0xff;
  return sqlScreen.geometryKinds[type] ?? sqlScreen.bytes(wkb.length);
}
