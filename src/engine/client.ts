import { AppError, dataToError } from '../domain/errors.ts';
import type { Progress } from '../domain/progress.ts';
import type { Engine, FromWorker, ToWorker } from './protocol.ts';

/** The side of a worker that its owner holds: a browser `Worker` is one. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
}

/**
 * The engine behind a worker. A call that is cancelled rejects at once with the signal's reason, whatever the worker
 * still does; a worker that breaks down rejects every call with `engine-failed`.
 */
export function createEngine(port: WorkerPort): Engine {
  const calls = new Map<number, PendingCall>();
  let serial = 0;
  port.addEventListener('message', ({ data }) => {
    const call = calls.get(data.id);
    if (data.kind === 'progress') call?.onProgress?.(data.progress);
    else if (data.kind === 'done') call?.resolve(data.response);
    else call?.reject(data.error === 'aborted' ? abortError() : dataToError(data.error));
    if (data.kind !== 'progress') calls.delete(data.id);
  });
  port.addEventListener('error', (event) => {
    const error = new AppError('engine-failed', event.message || 'the engine could not start');
    for (const call of calls.values()) call.reject(error);
    calls.clear();
  });
  return {
    call(name, request, { signal, onProgress } = {}) {
      if (signal?.aborted) return Promise.reject(abortError());
      serial += 1;
      const id = serial;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve: resolve as (response: unknown) => void, reject, onProgress });
        signal?.addEventListener('abort', () => {
          if (!calls.delete(id)) return;
          port.postMessage({ id, name: 'cancel' });
          reject(abortError());
        });
        port.postMessage({ id, name, request } as ToWorker);
      });
    },
  };
}

interface PendingCall {
  resolve(response: unknown): void;
  reject(error: Error): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}
