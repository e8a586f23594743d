import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { onDisk } from '../../publish/write-whole.ts';
import type { PartRequest } from '../part.ts';
import { checkBody } from './check-body.ts';
import type { PartPaths } from './part-cache.ts';
import { excerptOf, sourceFailure } from './source-failure.ts';

/** A body that is what it should be, in `path`, still beside its place. */
export interface OpenedBody {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * Opens the gzip of a body that came, if it is one, whatever the host said of it (a `.json.gz` may come opened, once or twice compressed),
 * and holds it to its kind. Bytes of a range are taken as they are. Reads the file once. No data give more than 200 times the bytes that came:
 * what does so is not opened further.
 * @throws {AppError} `source-failed`: `truncated`, `wrong-type` with an `excerpt`; `site-unwritable`.
 */
export async function openBody(paths: PartPaths, request: PartRequest): Promise<OpenedBody> {
  const { range, kind, url } = request;
  const isPacked = !range && (await isGzipFile(paths.partial));
  const came = await onDisk(paths.partial, () => stat(paths.partial));
  const limit = Math.max(FREE_BYTES, came.size * MAX_RATIO);
  const read = createReadStream(paths.partial);
  const bytes = isPacked ? gunzipped(gunzipped(read)) : read;
  const target = isPacked ? await onDisk(paths.opened, () => open(paths.opened, 'w')) : null;
  const hash = createHash('sha256');
  const check = range ? null : checkBody(kind);
  let size = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      hash.update(chunk);
      check?.add(chunk);
      size += chunk.length;
      if (isPacked && size > limit) throw sourceFailure(url, 'wrong-type', { bytes: size });
      if (target) await onDisk(paths.opened, () => target.writeFile(chunk));
    }
  } catch (error) {
    throw gzipFailure(url, error);
  } finally {
    await target?.close();
  }
  const verdict = check?.verdict() ?? 'whole';
  if (verdict === 'wrong-type') {
    throw sourceFailure(url, verdict, { wanted: kind, excerpt: excerptOf(check!.start()) });
  }
  if (verdict === 'truncated') throw sourceFailure(url, verdict, { bytes: size });
  return { path: target ? paths.opened : paths.partial, bytes: size, sha256: hash.digest('hex') };
}

/** The bytes, opened when they begin as gzip does (RFC 1952, 2.3.1). */
async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await chunks.next();
  const whole = withFirst(first, chunks);
  if (first.done || !isGzip(first.value)) {
    yield* whole;
    return;
  }
  yield* pipeline(Readable.from(whole), createGunzip(), () => {
    // What breaks it is thrown where the stream is read.
  });
}

async function* withFirst(
  first: IteratorResult<Buffer>,
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

async function isGzipFile(path: string): Promise<boolean> {
  return onDisk(path, async () => {
    const file = await open(path, 'r');
    try {
      const { buffer } = await file.read({ buffer: Buffer.alloc(2), position: 0 });
      return isGzip(buffer);
    } finally {
      await file.close();
    }
  });
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const FREE_BYTES = 64 * 2 ** 20;
const MAX_RATIO = 200;

function gzipFailure(url: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return sourceFailure(url, 'truncated', { code }, error);
  return code?.startsWith('Z_') ? sourceFailure(url, 'wrong-type', { code }, error) : error;
}
