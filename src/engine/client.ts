import { AppError, dataToError, type ErrorData } from '../domain/errors.ts';
import type { Progress } from '../domain/progress.ts';
import { createCancelMark } from './cancel-mark.ts';
import { isExhaustedMessage } from './memory-exhausted.ts';
import type { Engine, EngineMessages, FromWorker, MessageName, ToWorker } from './protocol.ts';

/** The side of a worker that its owner holds: a browser `Worker` is one. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'messageerror', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

/**
 * The engine behind a worker, which `start` starts at once. A call that is cancelled rejects at once with the signal's
 * reason, whatever the worker still does. A worker that breaks down rejects every call with `engine-failed`, or
 * `memory-exhausted` when that is why, and is replaced: the next call starts another, which is given the catalogue and the layers held again.
 * So is one that is silent for `patienceMs` after a cancel, where that is given: where the end of a worker is not told (`startWatched`).
 */
export function createEngine(start: () => WorkerPort, patienceMs: number | null = null): Engine {
  const calls = new Map<number, PendingCall>();
  let serial = 0;
  let opened: EngineMessages['open']['request'] | null = null;
  const held = new Map<string, EngineMessages['hold']['request']>();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let port: WorkerPort | null = connect();

  function connect(): WorkerPort {
    const worker = start();
    worker.addEventListener('message', ({ data }) => {
      if (worker === port) receive(data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker === port) breakDown(message || 'the engine could not start');
    });
    worker.addEventListener('messageerror', () => {
      if (worker === port) breakDown('a message of the engine could not be read');
    });
    if (opened) worker.postMessage({ id: ++serial, name: 'open', request: opened });
    for (const request of held.values()) {
      worker.postMessage({ id: ++serial, name: 'hold', request });
    }
    return worker;
  }

  function receive(message: FromWorker): void {
    clearTimeout(silence);
    const call = calls.get(message.id);
    if (message.kind === 'progress') {
      call?.onProgress?.(message.progress);
      return;
    }
    calls.delete(message.id);
    if (message.kind === 'done') call?.resolve(message.response);
    else if (message.error === 'aborted') call?.reject(abortError());
    else {
      call?.reject(dataToError(message.error));
      if (isFatal(message.error)) breakDown(message.error.message);
    }
  }

  function breakDown(reason: string): void {
    const code = isExhaustedMessage(reason) ? 'memory-exhausted' : 'engine-failed';
    const error = new AppError(code, reason);
    const pending = [...calls.values()];
    calls.clear();
    clearTimeout(silence);
    port?.terminate();
    port = null;
    for (const call of pending) call.reject(error);
  }

  /** Expects to hear from the worker, whatever it may be. */
  function expectNews(): void {
    if (patienceMs === null) return;
    clearTimeout(silence);
    silence = setTimeout(() => breakDown('the engine does not answer any more'), patienceMs);
  }

  /** What another worker would have to be told. */
  function keep(name: MessageName, request: EngineMessages[MessageName]['request']): void {
    if (name === 'open') opened = request as EngineMessages['open']['request'];
    if (name === 'hold') {
      const layer = request as EngineMessages['hold']['request'];
      held.set(layer.layer.id, layer);
    }
    if (name === 'release') held.delete((request as EngineMessages['release']['request']).layer);
  }

  return {
    call(name, request, { signal, onProgress } = {}) {
      if (signal?.aborted) return Promise.reject(abortError());
      port ??= connect();
      keep(name, request);
      serial += 1;
      const id = serial;
      const worker = port;
      const mark = name === 'sql' ? createCancelMark() : null;
      const promise = new Promise<EngineMessages[typeof name]['response']>((resolve, reject) => {
        calls.set(id, { resolve: resolve as (response: unknown) => void, reject, onProgress });
        signal?.addEventListener('abort', () => {
          if (!calls.delete(id)) return;
          mark?.remove();
          worker.postMessage({ id, name: 'cancel' });
          if (worker === port) expectNews();
          reject(abortError());
        });
        const cancelMark = mark ? { cancelMark: mark.url } : {};
        worker.postMessage({ id, name, request, ...cancelMark } as ToWorker);
      });
      return mark ? promise.finally(() => mark.remove()) : promise;
    },
  };
}

interface PendingCall {
  resolve(response: unknown): void;
  reject(error: Error): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** Whether the worker cannot go on after an error: its memory is spent, or DuckDB's (`isFatal`). */
function isFatal({ code, context }: ErrorData): boolean {
  return code === 'memory-exhausted' || context.isFatal === true;
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}
