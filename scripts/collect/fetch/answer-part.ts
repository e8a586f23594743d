import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../src/domain/errors.ts';
import { onDisk } from '../../publish/write-whole.ts';
import type { Part, PartRequest } from '../part.ts';
import { type Asking, ask, type Reply, refuse } from './ask.ts';
import type { FetchFrom } from './fetch-part.ts';
import { openBody } from './open-body.ts';
import {
  discardPartial,
  keep,
  type PartialMeta,
  type PartMeta,
  partPaths,
  readPartial,
  requestDigest,
  resumeValidator,
  toPart,
} from './part-cache.ts';
import { receiveBody } from './receive-body.ts';
import { sourceFailure } from './source-failure.ts';

/** A body that broke off, and how much of it is there. */
type Held = PartialMeta & { bytes: number };

/**
 * Asks for a part once and keeps what is answered. What broke off before is resumed; else what is `kept` is compared.
 * @throws {AppError} as `Fetcher.fetch`.
 */
export async function answerPart(
  request: PartRequest,
  from: FetchFrom,
  kept: PartMeta | null,
  asking: Asking,
): Promise<Part> {
  const held = await readPartial(from.folder, request);
  const headers = headersFor(request, kept, held);
  const question = { headers, body: request.body, signal: from.signal };
  const reply = await ask(request.url, question, asking);
  const { status } = reply;
  const askedAt = new Date(asking.now()).toISOString();
  if (status === 304 && kept && !held) {
    await reply.body.dump();
    const meta = { ...kept, askedAt };
    await keep(from.folder, request, meta);
    return toPart(from.folder, request, meta, 'same');
  }
  if (NOTHING.has(status) && request.absent === 'nothing') {
    await reply.body.dump();
    const nothing = { file: null, bytes: 0, totalBytes: null, sha256: '' };
    const meta: PartMeta = { ...metaOf(request, reply, askedAt), ...nothing };
    await keep(from.folder, request, meta);
    return toPart(from.folder, request, meta, 'absent');
  }
  if (status === 416 && held) {
    await reply.body.dump();
    await discardPartial(partPaths(from.folder, request));
    throw sourceFailure(request.url, 'truncated', { status });
  }
  const wanted = request.range ? [206] : held ? [200, 206] : [200];
  if (!wanted.includes(status)) return refuse(request.url, reply, asking.now());
  return receivePart(request, from, kept, held, reply, askedAt);
}

async function receivePart(
  request: PartRequest,
  from: FetchFrom,
  kept: PartMeta | null,
  held: Held | null,
  reply: Reply,
  askedAt: string,
): Promise<Part> {
  const paths = partPaths(from.folder, request);
  const sent = readContentRange(reply);
  const start = reply.status === 206 && held ? resumeAt(held) : 0;
  if (reply.status === 206 && !isExpected(request, held, sent, reply)) {
    reply.body.destroy();
    await discardPartial(paths);
    throw sourceFailure(request.url, 'truncated', { range: reply.header('content-range') });
  }
  const meta = metaOf(request, reply, askedAt);
  const { request: digest, etag, lastModified } = meta;
  const partial: PartialMeta = { version: 1, request: digest, etag, lastModified };
  const canResume = request.body === undefined && !request.range && resumeValidator(partial);
  const length = lengthOf(reply);
  const expected = length === null ? null : start + length;
  const { onBytes, signal } = from;
  const resumable = canResume ? partial : null;
  await receiveBody(reply, { paths, start, resumable, expected, onBytes, signal });
  const opened = await openBody(paths, request).catch(async (error: unknown) => {
    // A body that came whole by its host's own count would not become another by going on with it.
    const isCut = error instanceof AppError && error.context.reason === 'truncated';
    if (!isCut || length !== null) await discardPartial(paths);
    throw error;
  });
  if (request.range && sent && opened.bytes !== sent.end - sent.start) {
    throw sourceFailure(request.url, 'truncated', { bytes: opened.bytes });
  }
  const place = paths.body(opened.sha256);
  await onDisk(place, () => rename(opened.path, place));
  const { bytes, sha256 } = opened;
  const totalBytes = sent && request.range ? sent.total : bytes;
  const whole: PartMeta = { ...meta, file: basename(place), bytes, totalBytes, sha256 };
  await keep(from.folder, request, whole);
  const state = kept?.sha256 === sha256 ? 'same' : 'new';
  return toPart(from.folder, request, whole, state);
}

/** Conditions and encodings of a request. Ranges and archives are asked for as they are: their bytes are counted. */
function headersFor(
  request: PartRequest,
  kept: PartMeta | null,
  held: Held | null,
): Record<string, string> {
  const { body, contentType, range, kind } = request;
  const headers: Record<string, string> = {
    accept: ACCEPTED[kind] ?? '*/*',
    'accept-encoding': range || PACKED.has(kind) ? 'identity' : 'gzip',
  };
  if (body !== undefined) {
    return { ...headers, 'content-type': contentType ?? 'application/x-www-form-urlencoded' };
  }
  if (range) headers.range = `bytes=${range.start}-${range.end - 1}`;
  if (held) {
    headers.range = `bytes=${resumeAt(held)}-`;
    headers['if-range'] = resumeValidator(held)!;
  } else if (kept?.file) {
    if (kept.etag) headers['if-none-match'] = kept.etag;
    if (kept.lastModified) headers['if-modified-since'] = kept.lastModified;
  }
  return headers;
}

/** The last byte is asked for again, so that a body that had come whole is no range of nothing. */
function resumeAt({ bytes }: Held): number {
  return bytes - 1;
}

function metaOf(
  request: PartRequest,
  reply: Reply,
  askedAt: string,
): Omit<PartMeta, 'file' | 'bytes' | 'totalBytes' | 'sha256'> {
  return {
    version: 1,
    request: requestDigest(request),
    finalUrl: reply.url,
    etag: reply.header('etag'),
    lastModified: reply.header('last-modified'),
    askedAt,
  };
}

interface ContentRange {
  start: number;
  /** Exclusive. */
  end: number;
  total: number | null;
}

/** RFC 9110, 14.4. */
function readContentRange(reply: Reply): ContentRange | null {
  const found = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(reply.header('content-range') ?? '');
  if (!found) return null;
  const total = found[3] === '*' ? null : Number(found[3]);
  return { start: Number(found[1]), end: Number(found[2]) + 1, total };
}

/** Whether the bytes that the host announces are those that were asked for, of the same body. */
function isExpected(
  { range }: PartRequest,
  held: Held | null,
  sent: ContentRange | null,
  reply: Reply,
): boolean {
  if (!sent) return false;
  if (range) {
    const end = Math.min(range.end, sent.total ?? range.end);
    return sent.start === range.start && sent.end === end;
  }
  const etag = reply.header('etag');
  const isSame = !held?.etag || !etag || held.etag === etag;
  return held !== null && isSame && sent.start === resumeAt(held);
}

function lengthOf(reply: Reply): number | null {
  const text = reply.header('content-length');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** Services that have several forms give the one that is asked for. */
const ACCEPTED: Partial<Record<PartRequest['kind'], string>> = {
  json: 'application/json, */*;q=0.5',
  csv: 'text/csv, */*;q=0.5',
  xml: 'application/xml, text/xml, application/atom+xml, */*;q=0.5',
};

/** 204 is what some services answer for a commune that they have nothing of. */
const NOTHING = new Set([204, 404, 410]);
const PACKED = new Set<PartRequest['kind']>(['zip', 'parquet', 'geopackage']);
