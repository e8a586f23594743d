import { open } from 'node:fs/promises';
import { AppError } from '../../../src/domain/errors.ts';
import type { ByteSource } from '../../../src/loaders/byte-source.ts';
import type { Part } from '../part.ts';

/**
 * A large file of which some ranges were fetched, as one whose parts can be read; those that were not fetched cannot.
 * @throws {AppError} `source-failed`, reason `changed`, where the ranges are of several versions of the file.
 */
export function partsSource(parts: readonly Part[]): ByteSource {
  const [first] = parts;
  if (!first) throw new Error('no range of the file');
  for (const { url, etag, totalBytes } of parts) {
    const isOther = etag !== null && first.etag !== null && etag !== first.etag;
    if (!isOther && totalBytes === first.totalBytes) continue;
    throw new AppError('source-failed', `${url} changed between ranges`, {
      url,
      reason: 'changed',
    });
  }
  return {
    name: first.url,
    bytes: first.totalBytes ?? 0,
    async read(start, end) {
      const part = parts.find(({ range }) => range && range.start <= start && range.end >= end);
      if (!part?.range)
        throw new RangeError(`bytes ${start} to ${end} of ${first.url} are not there`);
      return readSlice(part.path as string, start - part.range.start, end - start);
    },
  };
}

async function readSlice(path: string, at: number, length: number) {
  const data = new Uint8Array(length);
  const file = await open(path);
  try {
    const { bytesRead } = await file.read(data, 0, length, at);
    if (bytesRead !== length) throw new RangeError(`${path} ends before byte ${at + length}`);
  } finally {
    await file.close();
  }
  return data;
}
