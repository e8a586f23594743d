import { type Dispatcher, request as send } from 'undici';
import type { Patience } from './connections.ts';
import { atMirror } from './mirror.ts';
import { isPublic } from './public-address.ts';
import { readRetryAfter } from './retry-policy.ts';
import { connectionFailure, excerptOf, sourceFailure } from './source-failure.ts';

/** How a run asks: through which connections, where, as whom. */
export interface Asking {
  dispatcher: Dispatcher;
  patience: Patience;
  /** Address of a mirror, or null. */
  mirror: string | null;
  userAgent: string;
  now: () => number;
}

/** What is sent besides the address. */
export interface Question {
  headers: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** A host's answer, its body still to come. */
export interface Reply {
  status: number;
  header(name: string): string | null;
  body: Dispatcher.ResponseData['body'];
  /** Official address that answered, after redirects. */
  url: string;
}

/**
 * Asks an address, through its redirects: ten at most, to what `isPublic` alone. The body must be read, or `refuse`d.
 * @throws {AppError} `source-failed`: `redirects`, `network`, `timeout`. Aborted, it throws the signal's reason.
 */
export async function ask(url: string, question: Question, asking: Asking): Promise<Reply> {
  let here = url;
  let { body } = question;
  for (let count = 0; count <= MAX_REDIRECTS; count += 1) {
    const reply = await askOnce(here, { ...question, body }, asking);
    const target = reply.header('location');
    if (!REDIRECTS.has(reply.status) || target === null) return reply;
    await reply.body.dump();
    if (reply.status !== 307 && reply.status !== 308) body = undefined;
    const next = URL.canParse(target, here) ? new URL(target, here) : null;
    if (!next || !isPublic(next.href)) throw sourceFailure(url, 'redirects', { target });
    here = next.href;
  }
  throw sourceFailure(url, 'redirects', { target: here });
}

/** Ends an answer that is not what was asked for. @throws {AppError} `source-failed`, always: `status`, with what the host said. */
export async function refuse(url: string, reply: Reply, now: number): Promise<never> {
  const retryAfterMs = readRetryAfter(reply.header('retry-after'), now);
  const excerpt = await readExcerpt(reply);
  throw sourceFailure(url, 'status', { status: reply.status, retryAfterMs, excerpt });
}

async function askOnce(
  url: string,
  { headers, body, signal }: Question,
  { dispatcher, patience, mirror, userAgent }: Asking,
): Promise<Reply> {
  const method = body === undefined ? 'GET' : 'POST';
  const told = { ...headers, 'user-agent': userAgent };
  try {
    const answer = await send(atMirror(url, mirror), {
      dispatcher,
      method,
      body: body ?? null,
      headers: told,
      signal,
      headersTimeout: patience.headersMs,
      bodyTimeout: patience.bodyMs,
    });
    const header = (name: string) => {
      const value = answer.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    return { status: answer.statusCode, header, body: answer.body, url };
  } catch (error) {
    signal?.throwIfAborted();
    throw connectionFailure(url, error, false);
  }
}

async function readExcerpt({ body }: Reply): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > MAX_EXCERPT_BYTES) break;
    }
  } catch (error) {
    return excerptOf(`${Buffer.concat(chunks).toString()} (${(error as Error).message})`);
  }
  return excerptOf(Buffer.concat(chunks).toString());
}

const MAX_REDIRECTS = 10;
const MAX_EXCERPT_BYTES = 4096;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
