import { isUtf8 } from 'node:buffer';
import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';

/**
 * The records of a dBase file: text trimmed (null when blank), numbers, booleans, dates as ISO text. Text is decoded as
 * `codePage` (the content of a `.cpg`) says; without one, as UTF-8 when all of it is valid UTF-8, else as Windows-1252.
 * Records marked as deleted are kept, for each belongs to a shape.
 * @throws {AppError} `source-unreadable`, reason `dbf-truncated` with the `row`.
 */
export function readDbf(
  data: Uint8Array,
  codePage: string | undefined,
  name: string,
): Record<string, Value>[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 33) throw truncated(name, 0);
  const count = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  const decoder = decoderFor(data.subarray(headerBytes), codePage);
  const fields = readHeader(data.subarray(0, headerBytes), decoder);
  return Array.from({ length: count }, (_, row) => {
    const start = headerBytes + row * recordBytes;
    if (start + recordBytes > data.length) throw truncated(name, row);
    const record = data.subarray(start, start + recordBytes);
    return Object.fromEntries(
      fields.map(({ name: field, type, offset, length }) => {
        const text = decoder.decode(record.subarray(offset, offset + length));
        return [field, toValue(type, text.replace(/[\0 ]+$/, ''))];
      }),
    );
  });
}

interface DbfField {
  name: string;
  type: string;
  offset: number;
  length: number;
}

function readHeader(header: Uint8Array, decoder: TextDecoder): DbfField[] {
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const rawName = decoder.decode(header.subarray(at, at + 11));
    const length = header[at + 16] as number;
    const type = String.fromCharCode(header[at + 11] as number);
    fields.push({ name: rawName.split('\0')[0]?.trim() as string, type, offset, length });
    offset += length;
  }
  return fields;
}

function toValue(type: string, text: string): Value {
  const trimmed = text.trim();
  if (trimmed === '' || /^\*+$/.test(trimmed)) return null;
  if (type === 'N' || type === 'F') {
    const number = Number(trimmed.replace(',', '.'));
    return Number.isFinite(number) ? number : null;
  }
  if (type === 'D') {
    const [, year, month, day] = trimmed.match(/^(\d{4})(\d\d)(\d\d)$/) ?? [];
    return year && year !== '0000' ? `${year}-${month}-${day}` : null;
  }
  if (type === 'L')
    return /^[yt1]$/i.test(trimmed) ? true : /^[nf0]$/i.test(trimmed) ? false : null;
  return text;
}

function decoderFor(text: Uint8Array, codePage: string | undefined): TextDecoder {
  const label = codePage?.trim().replace(/^(?:ansi|cp|oem)?\s*(\d{3,6})$/i, '$1') ?? '';
  return (
    knownDecoder(CODE_PAGES[label] ?? label) ??
    new TextDecoder(isUtf8(text) ? 'utf-8' : 'windows-1252')
  );
}

function knownDecoder(label: string): TextDecoder | null {
  try {
    return label ? new TextDecoder(label) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function truncated(source: string, row: number): AppError {
  const context = { source, reason: 'dbf-truncated', row };
  return new AppError('source-unreadable', `${source}: .dbf ends at record ${row}`, context);
}

/** Code pages as `.cpg` files write them → labels of the Encoding Standard. */
const CODE_PAGES: Record<string, string> = {
  '1252': 'windows-1252',
  '1250': 'windows-1250',
  '65001': 'utf-8',
  '88591': 'iso-8859-1',
  '885915': 'iso-8859-15',
};
