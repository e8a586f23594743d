import type { ErrorData } from '../../domain/errors.ts';
import type { HandoutRequest } from './handout-request.ts';

/** What the thread of hand-outs is asked, once. */
export interface ToHandoutWorker {
  request: HandoutRequest;
  baseUrl: string;
}

/** What it says. */
export type FromHandoutWorker =
  | { kind: 'step'; done: number }
  | { kind: 'done'; file: Blob }
  | { kind: 'failed'; error: ErrorData };
