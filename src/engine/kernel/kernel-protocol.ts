import type { MetricCrs } from '../../domain/crs.ts';
import type { ErrorData } from '../../domain/errors.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Pairs } from '../../geo/pair-rows.ts';
import type { RelateJob, RelateResult } from '../../geo/relate-rows.ts';

/** A job whose sides are columns that the worker was sent, by their keys. */
export type KernelJob<Job extends RelateJob = RelateJob> = Job extends RelateJob
  ? Omit<Job, 'a' | 'b'> & { a: string; b: string }
  : never;

/** What goes to a worker of the kernel. Columns are in degrees: each is projected and indexed where it is used. */
export type ToKernel =
  | { kind: 'hold'; key: string; column: GeometryColumn; crs: MetricCrs }
  | { kind: 'drop'; key: string }
  | { kind: 'relate' | 'pairs'; id: number; job: KernelJob }
  | { kind: 'cancel'; id: number };

/** What comes back: any number of `progress`, then one of the others. */
export type FromKernel =
  | { kind: 'progress'; id: number; done: number }
  | { kind: 'done'; id: number; result: RelateResult | Pairs }
  | { kind: 'failed'; id: number; error: ErrorData | 'aborted' };

/** A worker of the kernel as its owner holds it: a browser's `Worker` is one. */
export interface KernelPort {
  postMessage(message: ToKernel, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromKernel>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  terminate(): void;
}
