import type { Value } from '../../../domain/feature.ts';
import type { Field } from '../../../domain/layer.ts';
import { inferColumn, type TypedColumns } from '../../../loaders/infer-fields.ts';
import type { Finding } from '../../issue.ts';
import { tableFinding } from '../source-findings.ts';
import { type DbfEncoding, dbfEncoding } from './dbf-encoding.ts';
import { type DbfField, readDbfHeader } from './dbf-header.ts';

/** The rows of a dBase file. */
export interface DbfTable extends TypedColumns {
  /** Records of the file, those marked as deleted included. */
  count: number;
  /** Numbers of the records that are marked as deleted, ascending: they are no rows. */
  deleted: number[];
  findings: Finding[];
}

/**
 * The records of a dBase file: text trimmed at its end (null when blank), numbers, booleans, dates as ISO text. What does
 * not fit its field (`****`) and memos, which stand in another file, are null. Integers beyond 2⁵³ stay text. About a
 * million cells a second.
 * @throws {AppError} `source-unreadable`, reason `dbf-truncated` with the `row`, `dbf` when it is no such file.
 */
export function readDbf(data: Uint8Array, codePage: string | undefined, name: string): DbfTable {
  const header = readDbfHeader(data, name);
  const { count, headerBytes, recordBytes } = header;
  const encoding = dbfEncoding(data.subarray(headerBytes), codePage, header.languageId);
  const deleted: number[] = [];
  for (let row = 0; row < count; row++) {
    if (data[headerBytes + row * recordBytes] === DELETED) deleted.push(row);
  }
  const columns = header.fields.map((): Value[] => []);
  readBlocks(data, header, encoding, (row, record, text) => {
    if (data[headerBytes + row * recordBytes] === DELETED) return;
    header.fields.forEach((field, index) => {
      columns[index]?.push(readCell(field, record, text, encoding));
    });
  });
  const typed = header.fields.map((field, index) => typeColumn(field, columns[index] ?? []));
  const findings = [...header.renamed, ...encodingGuess(encoding), ...deletedFindings(deleted)];
  return {
    count,
    deleted,
    findings,
    fields: typed.map(({ field }) => field),
    columns: Object.fromEntries(typed.map(({ field, values }) => [field.name, values])),
  };
}

/** Visits each record with its bytes and, where a byte is a character, its text. */
function readBlocks(
  data: Uint8Array,
  { count, headerBytes, recordBytes }: { count: number; headerBytes: number; recordBytes: number },
  encoding: DbfEncoding,
  visit: (row: number, record: Uint8Array, text: string) => void,
): void {
  const latin = new TextDecoder('windows-1252');
  const decode = encoding.isSingleByte
    ? encoding.decode
    : (bytes: Uint8Array) => latin.decode(bytes);
  const step = Math.max(1, Math.floor(BLOCK_BYTES / recordBytes));
  for (let first = 0; first < count; first += step) {
    const last = Math.min(first + step, count);
    const block = data.subarray(
      headerBytes + first * recordBytes,
      headerBytes + last * recordBytes,
    );
    const text = decode(block);
    for (let row = first; row < last; row++) {
      const at = (row - first) * recordBytes;
      visit(row, block.subarray(at, at + recordBytes), text.slice(at, at + recordBytes));
    }
  }
}

function readCell(
  { type, offset, length }: DbfField,
  record: Uint8Array,
  text: string,
  encoding: DbfEncoding,
): Value {
  const cell = text.slice(offset, offset + length);
  if (type === 'C' || type === 'V') {
    const isPlain = encoding.isSingleByte || !/[^\0-\x7f]/.test(cell);
    const whole = isPlain ? cell : encoding.decode(record.subarray(offset, offset + length));
    return whole.replace(/[\0 ]+$/, '') || null;
  }
  if (type === 'I' || type === '+' || type === 'O' || type === 'B') {
    return readBinary(type, record.subarray(offset, offset + length));
  }
  if (type === 'M' || type === 'G' || type === 'P') return null;
  const trimmed = cell.replace(/[\0\s]+/g, ' ').trim();
  return trimmed === '' || /^\*+$/.test(trimmed) ? null : readText(type, trimmed);
}

function readText(type: string, text: string): Value {
  if (type === 'N' || type === 'F') {
    const number = Number(text.replace(',', '.'));
    if (!Number.isFinite(number)) return null;
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
  }
  if (type === 'D') {
    const [, year, month, day] = text.match(/^(\d{4})(\d\d)(\d\d)$/) ?? [];
    return year && year !== '0000' ? `${year}-${month}-${day}` : null;
  }
  if (type === 'L') return /^[yt1]$/i.test(text) ? true : /^[nf0]$/i.test(text) ? false : null;
  return text;
}

function readBinary(type: string, bytes: Uint8Array): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((type === 'I' || type === '+') && bytes.length === 4) return view.getInt32(0, true);
  if (bytes.length !== 8) return null;
  const number = view.getFloat64(0, true);
  return Number.isFinite(number) ? number : null;
}

/** A column is what its field says, text that is all days a date; integers too large for numbers are all text. */
function typeColumn(field: DbfField, values: Value[]): { field: Field; values: Value[] } {
  const { name } = field;
  if (values.every((value) => value === null)) {
    return { field: { name, label: name, type: declaredType(field) }, values };
  }
  const inferred = inferColumn(name, values);
  const { type } = inferred.field;
  if (type !== 'integer' || field.decimals === 0) return inferred;
  return { field: { ...inferred.field, type: 'number' }, values };
}

function declaredType({ type, decimals }: DbfField): Field['type'] {
  if (type === 'N' || type === 'F') return decimals > 0 ? 'number' : 'integer';
  if (type === 'I' || type === '+') return 'integer';
  if (type === 'O' || type === 'B') return 'number';
  if (type === 'D') return 'date';
  return type === 'L' ? 'boolean' : 'text';
}

function encodingGuess({ guessed }: DbfEncoding): Finding[] {
  return guessed ? [tableFinding('source.encoding-guessed', { encoding: guessed })] : [];
}

function deletedFindings(deleted: readonly number[]): Finding[] {
  return deleted.length > 0
    ? [tableFinding('source.deleted-records', { count: deleted.length })]
    : [];
}

const DELETED = 0x2a;
const BLOCK_BYTES = 1024 * 1024;
