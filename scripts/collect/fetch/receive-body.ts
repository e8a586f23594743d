import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk, remove } from '../../publish/write-whole.ts';
import type { Reply } from './ask.ts';
import type { PartialMeta, PartPaths } from './part-cache.ts';
import { connectionFailure } from './source-failure.ts';

/** Where a body goes, and what hears of it. */
export interface Receiving {
  paths: PartPaths;
  /** Bytes that are there already. */
  start: number;
  /** What is noted so that it can be resumed; null where it cannot. */
  resumable: PartialMeta | null;
  /** Length of the whole body, where the host announced it. */
  expected: number | null;
  onBytes?: (count: number, expected: number | null) => void;
  signal?: AbortSignal;
}

/**
 * Writes a body as it comes to `<key>.part`, after the bytes that are there. From 64 kB on it can be resumed when it breaks off.
 * @throws {AppError} `source-failed`: `truncated`, `timeout`; `site-unwritable`. Aborted, it throws the signal's reason.
 */
export async function receiveBody(reply: Reply, receiving: Receiving): Promise<void> {
  const { paths, start, resumable, expected, onBytes, signal } = receiving;
  onBytes?.(0, expected);
  if (start === 0) await remove(paths.partialMeta);
  const file = await onDisk(paths.partial, async () => {
    await mkdir(dirname(paths.partial), { recursive: true });
    const opened = await open(paths.partial, start === 0 ? 'w' : 'r+');
    if (start > 0) await opened.truncate(start);
    return opened;
  });
  let size = start;
  let isNoted = start > 0;
  try {
    for await (const chunk of bytesOf(reply, signal)) {
      await onDisk(paths.partial, () => file.write(chunk, 0, chunk.length, size));
      size += chunk.length;
      onBytes?.(chunk.length, expected);
      if (isNoted || !resumable || size < RESUMABLE_BYTES) continue;
      await onDisk(paths.partialMeta, () =>
        writeFile(paths.partialMeta, JSON.stringify(resumable)),
      );
      isNoted = true;
    }
  } finally {
    await file.close();
  }
}

/** The body's chunks; what breaks it is told as a failure of the source. */
async function* bytesOf({ body, url }: Reply, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        signal?.throwIfAborted();
        throw connectionFailure(url, error, true);
      });
      if (next.done) return;
      yield next.value as Buffer;
    }
  } finally {
    body.destroy();
  }
}

/** Less is sooner fetched again than noted. */
const RESUMABLE_BYTES = 1 << 16;
