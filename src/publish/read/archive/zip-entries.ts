import { AppError } from '../../../domain/errors.ts';
import { decodeOem } from '../dbf/oem-code-pages.ts';

/** One file of a ZIP, as its directory tells it: none of it is sure before the file is unpacked. */
export interface ZipEntry {
  /** Parts separated by `/`; a folder ends with one. */
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  crc: number;
  /** Bytes of the ZIP that hold it, as they are compressed. */
  packed: Uint8Array;
  /** Bytes once unpacked, as the ZIP claims. */
  size: number;
}

/** Whether bytes begin as those of a ZIP: with a file, or with the end of an empty directory. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  return (
    p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}

/**
 * The directory of a ZIP (PKWARE APPNOTE 6.3.10, Zip64 included). Names are UTF-8 where flagged or valid, else code page
 * 437. Nothing is unpacked, and nothing allocated that the file is not long enough for.
 * @throws {AppError} `source-unreadable` with the `reason`: `zip` when it is no ZIP or cut, `zip-entries` for more than
 * 10 000 files.
 */
export function listZipEntries(data: Uint8Array, source: string): ZipEntry[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  try {
    const directory = findDirectory(view);
    if (directory.count > MAX_ENTRIES) {
      throw fault(source, 'zip-entries', { count: directory.count, limit: MAX_ENTRIES });
    }
    let at = directory.offset;
    return Array.from({ length: directory.count }, () => {
      const { entry, next } = readEntry(data, view, at);
      at = next;
      return entry;
    });
  } catch (cause) {
    if (cause instanceof RangeError) throw fault(source, 'zip', {}, cause);
    throw cause;
  }
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
    const end = toNumber(view.getBigUint64(at - 20 + 8, true));
    return {
      count: toNumber(view.getBigUint64(end + 32, true)),
      offset: toNumber(view.getBigUint64(end + 48, true)),
    };
  }
  throw new RangeError('no end of central directory');
}

function readEntry(
  data: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new RangeError(`no entry at ${at}`);
  const flags = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const nameEnd = at + 46 + nameBytes;
  const sizes = readSizes(view, at, nameEnd, nameEnd + extraBytes);
  const local = sizes.offset;
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) throw new RangeError(`no file at ${local}`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + sizes.packed > data.length) throw new RangeError('file ends after the ZIP');
  const entry: ZipEntry = {
    name: decodeName(data.subarray(at + 46, nameEnd), (flags & UTF8_FLAG) !== 0).replaceAll(
      '\\',
      '/',
    ),
    isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: data.subarray(start, start + sizes.packed),
    size: sizes.size,
  };
  return { entry, next: nameEnd + extraBytes + view.getUint16(at + 32, true) };
}

/** Sizes and offset of an entry; those that do not fit in 32 bits stand in its Zip64 field. */
function readSizes(
  view: DataView,
  at: number,
  extra: number,
  end: number,
): { size: number; packed: number; offset: number } {
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  let wide = extra;
  while (wide + 4 <= end && view.getUint16(wide, true) !== 1) {
    wide += 4 + view.getUint16(wide + 2, true);
  }
  let next = wide + 4;
  const widen = (value: number) => {
    if (value !== 0xffffffff) return value;
    next += 8;
    return toNumber(view.getBigUint64(next - 8, true));
  };
  return { size: widen(size), packed: widen(packed), offset: widen(offset) };
}

function toNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} is too large`);
  return Number(value);
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (isUtf8) return new TextDecoder().decode(bytes);
    return decodeOem(bytes, 437);
  }
}

function fault(
  source: string,
  reason: string,
  facts: Record<string, number>,
  cause?: unknown,
): AppError {
  const context = { source, reason, ...facts };
  return new AppError('source-unreadable', `${source}: ${reason}`, context, cause);
}

const MAX_ENTRIES = 10_000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;
