import { AppError, dataToError } from '../../domain/errors.ts';
import type { FromHandoutWorker, ToHandoutWorker } from './handout-protocol.ts';
import type { HandoutRequest } from './handout-request.ts';

/**
 * The hand-out of a session as a PDF, made in a worker of its own, which ends with it. `onItem` hears how many items are done.
 * @throws {AppError} what makes it throws, `engine-failed` when the worker breaks; rejects with the reason of `signal`.
 */
export function handOut(
  request: HandoutRequest,
  baseUrl: string,
  { signal, onItem }: { signal: AbortSignal; onItem: (done: number) => void },
): Promise<Blob> {
  return new Promise<Blob>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'handout',
    });
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const cancel = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<FromHandoutWorker>) => {
      if (data.kind === 'step') onItem(data.done);
      else if (data.kind === 'done') end(() => resolve(data.file));
      else end(() => reject(dataToError(data.error)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const words = event.message ?? 'the worker could not be loaded';
      end(() => reject(new AppError('engine-failed', `the hand-out broke: ${words}`, {})));
    };
    const message: ToHandoutWorker = { request, baseUrl };
    worker.postMessage(message);
  });
}
