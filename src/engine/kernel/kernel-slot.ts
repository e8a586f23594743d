import type { MetricCrs } from '../../domain/crs.ts';
import { AppError, dataToError } from '../../domain/errors.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Pairs } from '../../geo/pair-rows.ts';
import type { RelateResult } from '../../geo/relate-rows.ts';
import { isExhaustedMessage } from '../memory-exhausted.ts';
import { transferables } from '../transferables.ts';
import type { FromKernel, KernelJob, KernelPort } from './kernel-protocol.ts';

/**
 * A column that a job needs: its name, the CRS that it is to be projected to, its size, and how a copy of it in degrees is
 * made, to be moved.
 */
export interface SlotColumn {
  key: string;
  crs: MetricCrs;
  bytes: number;
  copy(): GeometryColumn;
}

/** A job for one worker. */
export interface SlotTask {
  kind: 'relate' | 'pairs';
  columns: SlotColumn[];
  job: KernelJob;
  onProgress(done: number): void;
}

/**
 * The place of one worker of the pool. The worker starts with the first job, is sent each column once, and is replaced
 * when it dies (its jobs fail) or does not stop within `STOP_MS` of a cancel (its other jobs begin anew). It holds at most
 * `maxBytes` of columns, their index as much again; those used least recently are dropped.
 */
export class KernelSlot {
  readonly #start: () => KernelPort;
  readonly #maxBytes: number;
  #port: KernelPort | null = null;
  /** Bytes of each column held, the one used last at the end. */
  readonly #held = new Map<string, number>();
  readonly #pending = new Map<number, Pending>();
  #serial = 0;

  constructor(start: () => KernelPort, maxBytes: number) {
    this.#start = start;
    this.#maxBytes = maxBytes;
  }

  /** Whether the worker holds a column. */
  holds(key: string): boolean {
    return this.#held.has(key);
  }

  /** What a job gives. @throws {AppError} when the worker dies; the signal's reason as soon as it is aborted. */
  run(task: SlotTask, signal: AbortSignal): Promise<RelateResult | Pairs> {
    const id = ++this.#serial;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const onAbort = () => {
        reject(signal.reason);
        this.#cancel(id);
      };
      const settle = () => signal.removeEventListener('abort', onAbort);
      signal.addEventListener('abort', onAbort, { once: true });
      this.#pending.set(id, { task, resolve, reject, settle, timer: null });
      this.#trySend(id, task);
    });
  }

  /** A job that cannot be sent fails alone. */
  #trySend(id: number, task: SlotTask): void {
    try {
      this.#send(id, task);
    } catch (error) {
      const pending = this.#pending.get(id);
      this.#settle(id);
      pending?.reject(error);
    }
  }

  #send(id: number, task: SlotTask): void {
    this.#port ??= this.#open();
    for (const column of task.columns) this.#hold(column, task);
    this.#port.postMessage({ kind: task.kind, id, job: task.job }, []);
  }

  #hold({ key, crs, bytes, copy }: SlotColumn, task: SlotTask): void {
    if (this.#held.delete(key)) {
      this.#held.set(key, bytes);
      return;
    }
    const needed = new Set([...this.#pending.values()].flatMap((one) => keysOf(one.task)));
    for (const other of keysOf(task)) needed.add(other);
    for (const [old] of this.#held) {
      if (this.#bytes() + bytes <= this.#maxBytes) break;
      if (needed.has(old)) continue;
      this.#held.delete(old);
      this.#port?.postMessage({ kind: 'drop', key: old }, []);
    }
    const column = copy();
    const message = { kind: 'hold', key, column, crs } as const;
    this.#port?.postMessage(message, transferables(column));
    this.#held.set(key, bytes);
  }

  #bytes(): number {
    return [...this.#held.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  #open(): KernelPort {
    const port = this.#start();
    const isCurrent = () => this.#port === port;
    port.onmessage = ({ data }) => isCurrent() && this.#receive(data);
    port.onerror = ({ message }) =>
      isCurrent() && this.#die(message || 'a worker of the kernel broke down');
    port.onmessageerror = () =>
      isCurrent() && this.#die('a message of the kernel could not be read');
    return port;
  }

  #receive(message: FromKernel): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.kind === 'progress') {
      pending.task.onProgress(message.done);
      return;
    }
    this.#settle(message.id);
    if (message.kind === 'done') pending.resolve(message.result);
    else if (message.error !== 'aborted') pending.reject(dataToError(message.error));
  }

  #cancel(id: number): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#port?.postMessage({ kind: 'cancel', id }, []);
    pending.timer = setTimeout(() => {
      this.#settle(id);
      this.#close();
      for (const [other, { task, timer }] of [...this.#pending]) {
        if (timer) this.#settle(other);
        else this.#trySend(other, task);
      }
    }, STOP_MS);
  }

  #die(reason: string): void {
    this.#close();
    for (const [id, { reject }] of [...this.#pending]) {
      this.#settle(id);
      reject(
        new AppError(isExhaustedMessage(reason) ? 'memory-exhausted' : 'engine-failed', reason),
      );
    }
  }

  #close(): void {
    this.#port?.terminate();
    this.#port = null;
    this.#held.clear();
  }

  #settle(id: number): void {
    const pending = this.#pending.get(id);
    if (pending?.timer) clearTimeout(pending.timer);
    pending?.settle();
    this.#pending.delete(id);
  }
}

interface Pending {
  task: SlotTask;
  resolve(result: RelateResult | Pairs): void;
  reject(error: unknown): void;
  settle(): void;
  timer: ReturnType<typeof setTimeout> | null;
}

function keysOf({ columns }: SlotTask): string[] {
  return columns.map(({ key }) => key);
}

/** Time that a cancelled worker is left to stop, in milliseconds, before it is replaced. */
const STOP_MS = 100;
