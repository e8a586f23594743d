import { Inflate } from 'fflate';
import { AppError, type ErrorContext } from '../../../domain/errors.ts';
import type { SourceFile } from '../../source-file.ts';
import { isZip, listZipEntries, type ZipEntry } from './zip-entries.ts';

/**
 * The same files with each ZIP replaced by what it holds, a ZIP inside a ZIP too, but none deeper: a file of one has the
 * path `archive.zip/folder/name`. What systems leave behind (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`) is
 * dropped. A file that is a ZIP of another kind (.kmz, .xlsx, .ods) stays whole. Nothing is allocated on the word of a
 * header, and each file's check sum is held.
 * @throws {AppError} `source-unreadable` with the `reason`: `zip` when it is no ZIP or cut, `zip-damaged` for a file of it
 * that is not what its check sum says, `zip-encrypted`, `zip-method`, `zip-path` for one that would leave its folder,
 * `zip-duplicate` for two of one name, `zip-entries` for more than 10 000, `zip-bomb` for more than 2 GB in all or more
 * than 200 times what holds it.
 */
export function unpack(files: readonly SourceFile[]): SourceFile[] {
  const given = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const budget = { bytes: Math.min(MAX_BYTES, Math.max(FREE_BYTES, given * MAX_RATIO)) };
  return files
    .filter(({ path }) => !isLitter(path))
    .flatMap((file) => unpackFile(file, budget, MAX_DEPTH));
}

/** Bytes that may still be unpacked. */
interface Budget {
  bytes: number;
}

function unpackFile(file: SourceFile, budget: Budget, depth: number): SourceFile[] {
  if (depth === 0 || !isArchive(file)) return [file];
  const entries = listZipEntries(file.bytes, file.path).filter(({ name }) => {
    return !name.endsWith('/') && !isLitter(name);
  });
  const names = new Set<string>();
  for (const entry of entries) {
    checkEntry(entry, file.path);
    if (names.has(entry.name)) throw fault(file.path, 'zip-duplicate', { name: entry.name });
    names.add(entry.name);
  }
  return entries.flatMap((entry) => {
    const bytes = inflate(entry, file.path, budget);
    const path = `${file.path}/${entry.name}`;
    return unpackFile({ ...file, path, bytes }, budget, depth - 1);
  });
}

function isArchive({ path, bytes }: SourceFile): boolean {
  if (/\.zip$/i.test(path))
    return isZip(bytes) || !OTHER_MAGIC.some((magic) => startsWith(bytes, magic));
  return isZip(bytes) && !ZIP_FORMATS.test(path);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}

function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(path);
}

function checkEntry({ name, isEncrypted, method }: ZipEntry, source: string): void {
  const leaves = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
  if (leaves || /\p{Cc}/u.test(name)) throw fault(source, 'zip-path', { name });
  if (isEncrypted) throw fault(source, 'zip-encrypted', { name });
  if (method !== STORED && method !== DEFLATED) throw fault(source, 'zip-method', { name, method });
}

function inflate(entry: ZipEntry, source: string, budget: Budget): Uint8Array<ArrayBuffer> {
  const { name, packed, size } = entry;
  const limit = Math.min(budget.bytes, Math.max(FREE_BYTES, packed.length * MAX_RATIO));
  if (size > limit) throw fault(source, 'zip-bomb', { name, size });
  const chunks = entry.method === STORED ? [packed] : inflateChunks(entry, source, limit);
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  budget.bytes -= total;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (total !== size || crc32(bytes) !== entry.crc) throw fault(source, 'zip-damaged', { name });
  return bytes;
}

function inflateChunks({ name, packed }: ZipEntry, source: string, limit: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((chunk) => {
    total += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
      if (total > limit) throw fault(source, 'zip-bomb', { name, size: total });
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw fault(source, 'zip-damaged', { name }, cause);
  }
  return chunks;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) {
    crc = (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

function fault(source: string, reason: string, facts: ErrorContext, cause?: unknown): AppError {
  const context = { source, reason, ...facts };
  return new AppError('source-unreadable', `${source}: ${reason}`, context, cause);
}

const STORED = 0;
const DEFLATED = 8;
const MAX_DEPTH = 2;
const MAX_BYTES = 2 * 1024 ** 3;
/** No dBase file of blanks, no GeoJSON of zeros is packed better than this. */
const MAX_RATIO = 200;
/** A file that is no larger is no danger, however well it is packed. */
const FREE_BYTES = 32 * 1024 ** 2;
const STEP_BYTES = 64 * 1024;

/** Files that are a ZIP, but one document: spreadsheets, texts, projects. */
const ZIP_FORMATS = /\.(kmz|xls[xm]|od[stpg]|docx|pptx|qgz|aprx|mapx|epub|jar)$/i;

/** How formats begin that somebody may have called `.zip`. */
const OTHER_MAGIC = ['PAR1', 'SQLite format 3', 'fgb', '{', '<'];

/** Remainders of the polynomial 0xEDB88320 (ISO 3309) for each byte. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});
