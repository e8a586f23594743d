import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { onDisk, remove, writeWhole } from '../../publish/write-whole.ts';
import type { BodyKind, Part, PartRequest } from '../part.ts';

/** What is kept of a part beside its body: `<key>.meta.json`. Written last, it alone makes a body count. */
export interface PartMeta {
  version: 1;
  /** Digest of what was asked: another address under the same key has other validators. */
  request: string;
  /** Name of the body's file; null where the source has nothing. */
  file: string | null;
  bytes: number;
  totalBytes: number | null;
  finalUrl: string;
  sha256: string;
  etag: string | null;
  lastModified: string | null;
  askedAt: string;
}

/** What is kept of a body that broke off, beside its bytes: `<key>.part.json`. */
export interface PartialMeta {
  version: 1;
  request: string;
  etag: string | null;
  lastModified: string | null;
}

/** Where the files of a part are. */
export interface PartPaths {
  /** Body while it comes, as it is sent. */
  partial: string;
  partialMeta: string;
  /** Body while its gzip is opened. */
  opened: string;
  meta: string;
  /** Place of a whole body. */
  body(sha256: string): string;
}

/** The paths of a request's files in the folder of its recipe. A key that could not be a file's name is told by its digest. */
export function partPaths(folder: string, { key, kind }: PartRequest): PartPaths {
  const name = fileName(key);
  const at = (end: string) => join(folder, `${name}.${end}`);
  return {
    partial: at('part'),
    partialMeta: at('part.json'),
    opened: at('opened.part'),
    meta: at('meta.json'),
    body: (sha256) => at(`${sha256.slice(0, 8)}.${EXTENSIONS[kind]}`),
  };
}

/** Tells one request from another: address, method and what is sent, range, kind. Hexadecimal. */
export function requestDigest({ url, body, contentType, range, kind }: PartRequest): string {
  const asked = JSON.stringify([url, body, contentType, range?.start, range?.end, kind]);
  return createHash('sha256').update(asked).digest('hex');
}

/**
 * What an earlier run kept of a request, or null: nothing, something else, or a body that is not what was written.
 * Reads the whole body, to compare its digest.
 * @throws {AppError} as `onDisk`, when the disk fails.
 */
export async function readKept(folder: string, request: PartRequest): Promise<PartMeta | null> {
  const meta = await readMeta(partPaths(folder, request).meta, metaSchema);
  if (!meta || meta.request !== requestDigest(request)) return null;
  if (meta.file === null) return meta;
  const path = join(folder, meta.file);
  const found = await onDisk(path, () => stat(path).catch(orNull));
  if (found?.size !== meta.bytes) return null;
  return (await digestOf(path)) === meta.sha256 ? meta : null;
}

/** Keeps what was answered: from now on it counts, and the body before it is gone. @throws {AppError} as `onDisk`. */
export async function keep(folder: string, request: PartRequest, meta: PartMeta): Promise<void> {
  const paths = partPaths(folder, request);
  const before = await readMeta(paths.meta, metaSchema);
  await writeWhole(paths.meta, JSON.stringify(meta));
  if (before?.file && before.file !== meta.file) await remove(join(folder, before.file));
  await discardPartial(paths);
}

/** Removes what broke off. @throws {AppError} as `onDisk`. */
export async function discardPartial({ partial, partialMeta, opened }: PartPaths): Promise<void> {
  for (const path of [partialMeta, partial, opened]) await remove(path);
}

/** What was kept, as the run's readers get it. */
export function toPart(
  folder: string,
  request: PartRequest,
  meta: PartMeta,
  state: Part['state'],
): Part {
  const { file, bytes, totalBytes, finalUrl, sha256, etag, lastModified, askedAt } = meta;
  const told = { bytes, totalBytes, finalUrl, sha256, etag, lastModified, askedAt };
  const path = file === null ? null : join(folder, file);
  return { ...request, ...told, path, state: path === null ? 'absent' : state };
}

/** Bytes of a request's body that came before it broke off, with its validators; null where there are none that could be resumed. */
export async function readPartial(
  folder: string,
  request: PartRequest,
): Promise<(PartialMeta & { bytes: number }) | null> {
  const paths = partPaths(folder, request);
  const meta = await readMeta(paths.partialMeta, partialSchema);
  if (!meta || meta.request !== requestDigest(request) || !resumeValidator(meta)) return null;
  const found = await onDisk(paths.partial, () => stat(paths.partial).catch(orNull));
  return found && found.size > 0 ? { ...meta, bytes: found.size } : null;
}

/** What `If-Range` may hold (RFC 9110, 13.1.5): a strong validator, or null. */
export function resumeValidator({
  etag,
  lastModified,
}: Pick<PartialMeta, 'etag' | 'lastModified'>): string | null {
  return etag !== null && !etag.startsWith('W/') ? etag : lastModified;
}

/** SHA-256 of a file, hexadecimal. @throws {AppError} as `onDisk`. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await onDisk(path, async () => {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  });
  return hash.digest('hex');
}

/** What a small file of the cache says; null where there is none or it was cut. */
async function readMeta<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
  const text = await onDisk(path, () => readFile(path, 'utf8').catch(orNull));
  if (text === null) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return parsed.success ? parsed.output : null;
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

/** Never holds a dot, which ends it. */
function fileName(key: string): string {
  if (/^[a-z0-9_-]{1,120}$/i.test(key)) return key;
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `${key.replace(/[^a-z0-9_-]+/gi, '-').slice(0, 80)}-${digest}`;
}

const EXTENSIONS: Record<BodyKind, string> = {
  json: 'json',
  'gzip-json': 'json',
  csv: 'csv',
  'gzip-csv': 'csv',
  zip: 'zip',
  parquet: 'parquet',
  geopackage: 'gpkg',
  xml: 'xml',
  gpx: 'gpx',
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybe = v.nullable(v.string());

const metaSchema: v.GenericSchema<unknown, PartMeta> = v.object({
  version: v.literal(1),
  request: v.string(),
  file: maybe,
  bytes: count,
  totalBytes: v.nullable(count),
  finalUrl: v.string(),
  sha256: v.string(),
  etag: maybe,
  lastModified: maybe,
  askedAt: v.string(),
});

const partialSchema: v.GenericSchema<unknown, PartialMeta> = v.object({
  version: v.literal(1),
  request: v.string(),
  etag: maybe,
  lastModified: maybe,
});
