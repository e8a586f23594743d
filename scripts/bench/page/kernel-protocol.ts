import type { KernelWork } from '../kernel/run-work.ts';
import type { Outcome } from '../works.ts';

/** What the page asks of the worker that runs the kernel, one thing at a time. */
export type KernelRequest =
  | { kind: 'open'; baseUrl: string; repeat: number }
  | { kind: 'time' | 'outcome'; work: KernelWork };

/** What the worker answers: times in milliseconds, measured inside it. */
export type KernelResponse =
  | { kind: 'open'; load: number[]; index: number[] }
  | { kind: 'time'; ms: number }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'failed'; message: string };
