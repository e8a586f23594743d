import { AppError } from '../../../domain/errors.ts';
import type { Finding } from '../../issue.ts';
import { tableFinding } from '../source-findings.ts';

/** A field of a dBase file. */
export interface DbfField {
  name: string;
  /** `C` text, `N` or `F` number, `D` day, `L` boolean, `M` memo… */
  type: string;
  /** First byte in the record. */
  offset: number;
  length: number;
  decimals: number;
}

/** What stands before the records of a dBase file. */
export interface DbfHeader {
  count: number;
  headerBytes: number;
  recordBytes: number;
  /** Byte that tells the code page; 0 for none. */
  languageId: number;
  fields: DbfField[];
  /** Fields that had the name of an earlier one. */
  renamed: Finding[];
}

/**
 * The header of a dBase file of version III to 5 or FoxPro.
 * @throws {AppError} `source-unreadable`, reason `dbf` when it is no such file, `dbf-truncated` with the first `row` that
 * is cut.
 */
export function readDbfHeader(data: Uint8Array, name: string): DbfHeader {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 33) throw fault(name, 'dbf', 0);
  const count = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes < 33 || headerBytes > data.length || recordBytes < 1) throw fault(name, 'dbf', 0);
  const rows = Math.floor((data.length - headerBytes) / recordBytes);
  if (rows < count) throw fault(name, 'dbf-truncated', rows);
  return {
    count,
    headerBytes,
    recordBytes,
    languageId: data[29] ?? 0,
    ...readFields(data.subarray(0, headerBytes)),
  };
}

function readFields(header: Uint8Array): Pick<DbfHeader, 'fields' | 'renamed'> {
  const fields: DbfField[] = [];
  const renamed: Finding[] = [];
  const taken = new Set<string>();
  const decoder = new TextDecoder('windows-1252');
  const utf8 = new TextDecoder('utf-8');
  let offset = 1;
  for (let at = 32; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const bytes = header.subarray(at, at + 11);
    const raw = bytes.includes(0) ? bytes.subarray(0, bytes.indexOf(0)) : bytes;
    const decoded = utf8.decode(raw);
    const from = (decoded.includes('\uFFFD') ? decoder.decode(raw) : decoded).trim() || 'champ';
    let name = from;
    for (let number = 2; taken.has(name); number++) name = `${from}_${number}`;
    taken.add(name);
    if (name !== from) renamed.push(tableFinding('source.field-renamed', { from, to: name }));
    const type = String.fromCharCode(header[at + 11] as number);
    const [size, places] = [header[at + 16] as number, header[at + 17] as number];
    // The length of a long text stands in both bytes.
    const length = type === 'C' ? size + 256 * places : size;
    fields.push({ name, type, offset, length, decimals: type === 'C' ? 0 : places });
    offset += length;
  }
  return { fields, renamed };
}

function fault(source: string, reason: string, row: number): AppError {
  const message = `${source}: ${reason} at record ${row}`;
  return new AppError('source-unreadable', message, { source, reason, row });
}
