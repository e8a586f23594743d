import { AppError } from '../domain/errors.ts';

/**
 * Makes sure that the browser has room for a number of bytes, as far as it tells.
 * @throws {AppError} `offline-full` with the bytes `wanted` and those that are `free`.
 */
export async function checkRoom(wanted: number): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
  if (quota === undefined || usage === undefined) return;
  const free = Math.max(0, quota - usage);
  if (wanted > free) throw full(wanted, free);
}

/** What a write that failed comes to: `offline-full` where the browser has no more room, else the error as it is. */
export function asStorageFault(cause: unknown, wanted: number): unknown {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return isFull ? full(wanted, null, cause) : cause;
}

function full(wanted: number, free: number | null, cause?: unknown): AppError {
  return new AppError('offline-full', `no room for ${wanted} bytes`, { wanted, free }, cause);
}
