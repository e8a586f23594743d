import { AppError } from '../domain/errors.ts';

/**
 * The error, or `memory-exhausted` when what it says is that there is no memory left: JavaScript's (`RangeError` of an
 * allocation), WebAssembly's (a trap, after which its module cannot be used), or DuckDB's own limit.
 */
export function asMemoryExhausted(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const isTrap = error instanceof Error && error.name === 'RuntimeError';
  if (!isTrap && !isExhaustedMessage(message)) return error;
  return new AppError('memory-exhausted', message, {}, error);
}

/** Whether an error's message says that there is no memory left. */
export function isExhaustedMessage(message: string): boolean {
  return EXHAUSTED.test(message);
}

const EXHAUSTED =
  /out of memory|allocation failed|memory access out of bounds|invalid (typed )?array length|invalid array buffer length|cannot enlarge memory/i;
