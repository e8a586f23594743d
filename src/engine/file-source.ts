import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../domain/errors.ts';
import type { ByteSource } from '../loaders/byte-source.ts';

/**
 * A file on the disk, by its `file:` address and its size in bytes; opened for each read and closed after it.
 * Reads throw `AppError`: `layer-missing` when it cannot be opened, `layer-truncated` when it has not the size wanted.
 */
export function fileSource(url: string, bytes: number): ByteSource {
  return {
    name: url,
    bytes,
    gunzip: (data, length) => gunzipSync(data, { chunkSize: Math.max(length, LEAST_CHUNK) }),
    async read(start, end, { signal, onBytes } = {}) {
      signal?.throwIfAborted();
      const file = await open(new URL(url)).catch((cause: unknown) => {
        throw new AppError('layer-missing', `cannot open ${url}`, { url, status: null }, cause);
      });
      try {
        const { size } = await file.stat();
        if (size !== bytes) {
          const context = { url, seen: size, wanted: bytes };
          throw new AppError('layer-truncated', `${url} has ${size} bytes`, context);
        }
        const data = new Uint8Array(end - start);
        await file.read(data, 0, data.length, start);
        onBytes?.(data.length);
        return data;
      } finally {
        await file.close();
      }
    },
  };
}

/** Bytes: zlib takes no smaller piece. */
const LEAST_CHUNK = 64;
