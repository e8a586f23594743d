import { AppError } from '../../../src/domain/errors.ts';
import type { Clock } from './clock.ts';

/** How often a request is tried, unless told. */
const MAX_ATTEMPTS = 5;

/**
 * Milliseconds to wait before a request that failed `attempt` times (1 or more) is tried again; null: it is not.
 * What the host asks for (`Retry-After`) is waited for up to five minutes, more is a failure; else 1 s, 2 s, 4 s… up to 30 s, of which
 * half is left to chance.
 */
export function waitBeforeRetry(
  error: unknown,
  attempt: number,
  { random }: Pick<Clock, 'random'>,
  maxAttempts = MAX_ATTEMPTS,
): number | null {
  if (!(error instanceof AppError) || error.code !== 'source-failed') return null;
  if (attempt >= maxAttempts || !mayPass(error)) return null;
  const asked = error.context.retryAfterMs;
  if (typeof asked === 'number') return asked <= MAX_RETRY_AFTER_MS ? asked : null;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS);
  return Math.round(wait * (0.5 + random() / 2));
}

/** Milliseconds of a `Retry-After`, in seconds or a date (RFC 9110, 10.2.3); null where there is none, or none that can be read. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Whether the same request may be answered another time. */
function mayPass({ context }: AppError): boolean {
  if (context.reason === 'redirects') return false;
  if (context.reason === 'status') return RETRIED.has(Number(context.status));
  return !/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_/.test(String(context.code ?? ''));
}

const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 30_000;
const MAX_RETRY_AFTER_MS = 300_000;

/** RFC 9110, 15.5.9, 15.6; RFC 6585, 4; 425: RFC 8470. */
const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);
