import { AppError } from '../domain/errors.ts';

/** How a read is followed and stopped. */
export interface ReadOptions {
  signal?: AbortSignal;
  /** Called with the number of bytes that have come in since the last call. */
  onBytes?: (count: number) => void;
}

/** A file whose parts can be read: over HTTP ranges, or from memory. */
export interface ByteSource {
  /** Address or name, for error messages. */
  name: string;
  bytes: number;
  /** Bytes `start` to `end` (exclusive) of the file. */
  read(start: number, end: number, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** Opens GZIP to so many bytes, where the platform does it several times quicker than a script. */
  gunzip?: (data: Uint8Array, length: number) => Uint8Array;
}

/** A file that is already in memory. */
export function memorySource(name: string, data: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    name,
    bytes: data.length,
    read: async (start, end, options) => {
      options?.signal?.throwIfAborted();
      return data.subarray(start, end);
    },
  };
}

/**
 * A file on the site, of the given size in bytes, read by ranges. When the host ignores ranges and sends the whole
 * file, it is kept and every later read is served from it.
 * Reads throw `AppError`: `layer-missing` when the host has no such file or cannot be reached, `layer-truncated` when
 * it has not the size wanted. They reject with the signal's reason when cancelled.
 */
export function httpSource(url: string, bytes: number): ByteSource {
  let whole: Uint8Array<ArrayBuffer> | null = null;
  return {
    name: url,
    bytes,
    async read(start, end, options = {}) {
      options.signal?.throwIfAborted();
      if (whole) return whole.subarray(start, end);
      const response = await request(url, start, end, bytes, options);
      if (response.status === 206) {
        checkSize(url, rangeTotal(response) ?? bytes, bytes);
        const part = await readBody(url, response, end - start, options);
        checkSize(url, part.length, end - start);
        return part;
      }
      const body = await readBody(url, response, bytes, options);
      checkSize(url, body.length, bytes);
      whole = body;
      return whole.subarray(start, end);
    },
  };
}

async function request(
  url: string,
  start: number,
  end: number,
  bytes: number,
  { signal }: ReadOptions,
): Promise<Response> {
  const isWhole = start === 0 && end === bytes;
  const headers: HeadersInit = isWhole ? {} : { Range: `bytes=${start}-${end - 1}` };
  const response = await fetch(url, { headers, signal: signal ?? null }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new AppError('layer-missing', `no answer from ${url}`, { url, status: null }, cause);
  });
  const { status } = response;
  if (status === 416) {
    throw new AppError('layer-truncated', `${url} ends before byte ${end}`, { url, status });
  }
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if ((status !== 200 && status !== 206) || isPage) {
    throw new AppError('layer-missing', `${url} answered ${status}`, { url, status });
  }
  return response;
}

async function readBody(
  url: string,
  response: Response,
  expected: number,
  { signal, onBytes }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(expected);
  const reader = response.body?.getReader();
  let length = 0;
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      if (length + chunk.value.length <= expected) data.set(chunk.value, length);
      length += chunk.value.length;
      onBytes?.(chunk.value.length);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    const context = { url, seen: length, wanted: expected };
    throw new AppError('layer-truncated', `${url} broke off at byte ${length}`, context, cause);
  }
  checkSize(url, length, expected);
  return data;
}

function rangeTotal(response: Response): number | null {
  const total = response.headers.get('Content-Range')?.match(/\/(\d+)$/)?.[1];
  return total === undefined ? null : Number(total);
}

function checkSize(url: string, seen: number, wanted: number): void {
  if (seen === wanted) return;
  const context = { url, seen, wanted };
  throw new AppError('layer-truncated', `${url} has ${seen} bytes, wanted ${wanted}`, context);
}
