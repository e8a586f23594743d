import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server was asked, as `ARPENT_MIRROR` sends it: the host is the first folder of the path. */
export interface Asked {
  method: string;
  /** Address that it stands for: `https://<host>/<path>?<query>`. */
  url: URL;
  headers: IncomingHttpHeaders;
  /** Of a POST, as text; else empty. */
  body: string;
}

/** What the server answers when nothing is at fault. `etag` with its quotes; `lastModified` as HTTP writes dates. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  etag?: string;
  lastModified?: string;
  /** Whether `Range` is heeded; yes unless told. */
  ranges?: boolean;
}

/** What goes wrong. Bytes are those of the body that is sent, `after` at least one. */
export type Fault =
  /** 429, 500, 502, 503…, with `Retry-After` in seconds or as a date. */
  | { kind: 'status'; status: number; retryAfter?: number | string; body?: string }
  /** The connection is closed after some bytes; half of them unless told. `framing` is how the body's length is known; `close`: not at all. */
  | { kind: 'cut'; after?: number; framing?: 'length' | 'chunked' | 'close' }
  /** The page of a proxy or of a portal, with 200. */
  | { kind: 'html' }
  /** Comes whole, some bytes at a time. */
  | { kind: 'drip'; bytes: number; everyMs: number }
  /** Some bytes, then nothing, on an open connection. */
  | { kind: 'stall'; after: number }
  | { kind: 'redirect-loop' }
  /** The connection is reset before any answer. */
  | { kind: 'reset' }
  /** Never answers. */
  | { kind: 'silent' }
  /** Another answer: a changed schema, a cap, an empty collection. */
  | { kind: 'instead'; answer: (asked: Asked) => Answer | Promise<Answer> };

/** What was asked and sent. `bytes` are those of bodies; `bodies` those that were sent whole. */
export interface Sent {
  requests: number;
  bodies: number;
  bytes: number;
}

/** Which requests: those whose `<host>/<path>?<query>` begins with a text or fits an expression. */
export type Match = string | RegExp;

/** A server on localhost that goes wrong on demand. */
export interface FaultyServer {
  /** For `ARPENT_MIRROR`: `http://localhost:<port>`. */
  url: string;
  /** The address of a host and path at this server. */
  at(hostAndPath: string): string;
  /** From now on requests that match fail so, `times` of them or all; the last fault that matches wins. Gives what ends it. */
  fault(match: Match, fault: Fault, times?: number): () => void;
  /** Ends all faults. */
  heal(): void;
  /** Every request since the start or `forget`, in order. */
  asked: readonly Asked[];
  sent(match?: Match): Sent;
  /** Counts anew. */
  forget(): void;
  close(): Promise<void>;
}

interface ActiveFault {
  match: Match;
  fault: Fault;
  left: number;
}

interface Exchange extends Sent {
  path: string;
}

/** Serves what `answer` says on a free port of localhost, honouring `If-None-Match`, `If-Modified-Since`, `Range` and `If-Range`. */
export async function serveFaulty(
  answer: (asked: Asked) => Answer | Promise<Answer>,
): Promise<FaultyServer> {
  const asked: Asked[] = [];
  const exchanges: Exchange[] = [];
  let faults: ActiveFault[] = [];

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url!.slice(1);
    const one = await readAsked(request, path);
    asked.push(one);
    const exchange = { path, requests: 1, bodies: 0, bytes: 0 };
    exchanges.push(exchange);
    const active = faults.findLast(({ match, left }) => left > 0 && fits(path, match));
    if (active) active.left -= 1;
    const fault = active?.fault;
    if (fault && failBefore(fault, request, response)) return;
    const found = fault?.kind === 'instead' ? await fault.answer(one) : await answer(one);
    await send(response, settle(found, one), fault, exchange);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => response.destroy(error));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    url,
    asked,
    at: (hostAndPath) => `${url}/${hostAndPath}`,
    fault(match, fault, times = Number.POSITIVE_INFINITY) {
      const active = { match, fault, left: times };
      faults.push(active);
      return () => {
        active.left = 0;
      };
    },
    heal() {
      faults = [];
    },
    sent(match) {
      const those = exchanges.filter(({ path }) => match === undefined || fits(path, match));
      return {
        requests: those.length,
        bodies: those.reduce((sum, { bodies }) => sum + bodies, 0),
        bytes: those.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    forget() {
      asked.length = 0;
      exchanges.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fits(path: string, match: Match): boolean {
  return typeof match === 'string' ? path.startsWith(match) : match.test(path);
}

async function readAsked(request: IncomingMessage, path: string): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method!,
    url: new URL(`https://${path}`),
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

/** Faults that need no answer; whether this was one. */
function failBefore(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'silent':
      return true;
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html>\n<html><body><h1>Accès filtré</h1></body></html>');
      return true;
    case 'redirect-loop':
      response.writeHead(302, { Location: sameAgain(request.url!) });
      response.end();
      return true;
    case 'status': {
      const { status, retryAfter, body = 'a fault on demand' } = fault;
      const later = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      response.writeHead(status, { 'Content-Type': 'text/plain', ...later });
      response.end(body);
      return true;
    }
    default:
      return false;
  }
}

/** Relative, so that it leads back both here and, at a mirror, at the official host. */
function sameAgain(path: string): string {
  const folder = path.split('?')[0]!.lastIndexOf('/') + 1;
  return `./${path.slice(folder)}`;
}

interface Settled {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** The answer as the request's conditions make it: whole, not modified, or a range. */
function settle(answer: Answer, { method, headers: asked }: Asked): Settled {
  const { status = 200, headers = {}, etag, lastModified, ranges = true } = answer;
  const body = Buffer.from(answer.body ?? '');
  const told = {
    ...headers,
    ...(etag ? { ETag: etag } : {}),
    ...(lastModified ? { 'Last-Modified': lastModified } : {}),
  };
  if (status !== 200 || method !== 'GET') return { status, headers: told, body };
  if (isUnchanged(answer, asked)) return { status: 304, headers: told, body: Buffer.alloc(0) };
  const wanted = /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '');
  const condition = asked['if-range'];
  const mayRange = condition === undefined || condition === etag || condition === lastModified;
  if (!wanted || !ranges || !mayRange) return { status, headers: told, body };
  const start = Number(wanted[1]);
  const end = wanted[2] ? Math.min(Number(wanted[2]), body.length - 1) : body.length - 1;
  if (start > end) {
    const range = { ...told, 'Content-Range': `bytes */${body.length}` };
    return { status: 416, headers: range, body: Buffer.alloc(0) };
  }
  const range = { ...told, 'Content-Range': `bytes ${start}-${end}/${body.length}` };
  return { status: 206, headers: range, body: body.subarray(start, end + 1) };
}

function isUnchanged({ etag, lastModified }: Answer, asked: IncomingHttpHeaders): boolean {
  const tags = asked['if-none-match'];
  if (tags !== undefined) return etag !== undefined && tags.split(/,\s*/).includes(etag);
  const since = asked['if-modified-since'];
  if (since === undefined || lastModified === undefined) return false;
  return Date.parse(lastModified) <= Date.parse(since);
}

async function send(
  response: ServerResponse,
  { status, headers, body }: Settled,
  fault: Fault | undefined,
  exchange: Exchange,
): Promise<void> {
  const framing = fault?.kind === 'cut' ? (fault.framing ?? 'length') : 'length';
  if (framing === 'close') response.useChunkedEncodingByDefault = false;
  const length = framing === 'length' ? { 'Content-Length': String(body.length) } : {};
  response.writeHead(status, status === 304 ? headers : { ...headers, ...length });
  const write = async (bytes: Buffer) => {
    if (response.destroyed || bytes.length === 0) return;
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.write(bytes, () => {
        response.off('close', resolve);
        resolve();
      });
    });
    if (!response.destroyed) exchange.bytes += bytes.length;
  };
  if (fault?.kind === 'cut') {
    await write(body.subarray(0, fault.after ?? Math.ceil(body.length / 2)));
    response.destroy();
    return;
  }
  if (fault?.kind === 'stall') {
    await write(body.subarray(0, fault.after));
    return;
  }
  const step = fault?.kind === 'drip' ? fault.bytes : STEP_BYTES;
  for (let start = 0; start < body.length && !response.destroyed; start += step) {
    await write(body.subarray(start, start + step));
    if (fault?.kind === 'drip') await new Promise((resolve) => setTimeout(resolve, fault.everyMs));
  }
  response.end();
  if (!response.destroyed) exchange.bodies += 1;
}

/** A body is written so much at a time, so that what a reader that leaves has got is counted. */
const STEP_BYTES = 1 << 16;
