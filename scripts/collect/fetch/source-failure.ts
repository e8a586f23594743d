import { AppError } from '../../../src/domain/errors.ts';

/** Why a source failed: what `Fetcher.fetch` throws says it. */
export type FailureReason =
  | 'status'
  | 'network'
  | 'timeout'
  | 'truncated'
  | 'wrong-type'
  | 'redirects';

/** What is known of a failure besides: `status`, what the host said (`excerpt`), the system's `code`, `retryAfterMs` that it asked for. */
export type FailureEvidence = Record<string, string | number | null>;

/** The error of a source that did not answer as it should, with the official address. */
export function sourceFailure(
  url: string,
  reason: FailureReason,
  evidence: FailureEvidence = {},
  cause?: unknown,
): AppError {
  const told = Object.values(evidence).filter((value) => value !== null && value !== '');
  const message = [`${url}: ${reason}`, ...told].join(', ');
  return new AppError('source-failed', message, { url, reason, ...evidence }, cause);
}

/**
 * A failure of the connection. `begun`: the host had answered and the body was on its way.
 * What is no failure of the connection is given back as it is.
 */
export function connectionFailure(url: string, cause: unknown, begun: boolean): unknown {
  if (cause instanceof AppError || !(cause instanceof Error)) return cause;
  const code = codeOf(cause);
  if (code === null) return cause;
  if (TIMEOUTS.has(code)) return sourceFailure(url, 'timeout', { code }, cause);
  return sourceFailure(url, begun ? 'truncated' : 'network', { code }, cause);
}

/** The start of a text that a host sent in place of data, without tags, on one line. */
export function excerptOf(text: string): string {
  const words = text
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(0, EXCERPT_CHARACTERS);
}

/** The code of an error of the connection, or of one that it wraps; null where there is none. */
function codeOf(error: Error): string | null {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return error.cause instanceof Error ? codeOf(error.cause) : null;
}

const EXCERPT_CHARACTERS = 200;

const TIMEOUTS = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
]);
