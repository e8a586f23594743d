import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer, Asked } from '../faulty-server.ts';
import type { Ground } from './ground.ts';

/** What a host answers, or null for 404. */
export type Host = (asked: Asked, ground: Ground) => Answer | null;

/** A JSON document, as services send it: without validators. */
export function json(document: unknown, type = 'application/json; charset=utf-8'): Answer {
  return { headers: { 'Content-Type': type }, body: JSON.stringify(document) };
}

/** A file, as file hosts send it: with validators, `Range` heeded. */
export function file(body: Uint8Array | string, type: string, lastModified = EDITION): Answer {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return { headers: { 'Content-Type': type }, body, etag, lastModified };
}

/** A gzipped file: its bytes are gzip, no `Content-Encoding` says so. */
export function gzipped(text: string): Answer {
  return file(gzipSync(text, { level: 1 }), 'application/gzip');
}

/** A table as French open data has it: `;` or `,`, UTF-8, quotes where needed. */
export function csv(
  rows: readonly Record<string, string | number | null>[],
  separator = ';',
): string {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /["\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((line) => line.map(cell).join(separator))
    .join('\r\n');
}

/** Sends elsewhere, as `latest` does. */
export function redirect(location: string): Answer {
  return { status: 302, headers: { Location: location } };
}

const EDITION = 'Tue, 01 Sep 2026 06:00:00 GMT';
