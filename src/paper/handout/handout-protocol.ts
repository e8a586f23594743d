import type { HandoutRequest } from './handout-request.ts';

/** What the thread of hand-outs is asked, once; it answers as a task does. */
export interface ToHandoutWorker {
  request: HandoutRequest;
  baseUrl: string;
}
