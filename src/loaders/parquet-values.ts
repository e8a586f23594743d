import type { ParquetParsers } from 'hyparquet';
import type { Value } from '../domain/feature.ts';
import { DAY_MS } from '../domain/iso-day.ts';

/** How Parquet's rich types become values: dates and times ISO text, geometry its WKB bytes as they stand. */
export const PARQUET_PARSERS: Partial<ParquetParsers> = {
  dateFromDays: isoDay,
  timestampFromMilliseconds: (time: bigint) => new Date(Number(time)).toISOString(),
  timestampFromMicroseconds: (time: bigint) => new Date(Number(time / 1000n)).toISOString(),
  timestampFromNanoseconds: (time: bigint) => new Date(Number(time / 1000000n)).toISOString(),
  geometryFromBytes: (bytes: Uint8Array) => bytes,
  geographyFromBytes: (bytes: Uint8Array) => bytes,
};

/**
 * A decoded Parquet cell as a value: 64-bit integers become numbers, bytes without a type UTF-8 text, what is missing
 * null, and anything nested its JSON.
 */
export function parquetValue(cell: unknown): Value {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
    return cell;
  if (cell instanceof Uint8Array) return new TextDecoder().decode(cell);
  return JSON.stringify(cell);
}

/** ISO text of a day counted from 1970-01-01. Days repeat from row to row, and writing one costs more than finding it. */
function isoDay(days: number): string {
  let text = DAYS.get(days);
  if (text === undefined) {
    text = new Date(days * DAY_MS).toISOString().slice(0, 10);
    DAYS.set(days, text);
  }
  return text;
}

const DAYS = new Map<number, string>();
