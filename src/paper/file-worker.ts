import { AppError, dataToError, type ErrorData } from '../domain/errors.ts';

/** What a thread that makes one file says. */
export type FromFileWorker =
  | { kind: 'step'; done: number }
  | { kind: 'done'; file: Blob }
  | { kind: 'failed'; error: ErrorData };

/**
 * The file that a worker makes of a message; the worker ends with it. `onStep` hears how far it is.
 * @throws {AppError} what makes it throws, `engine-failed` when the worker breaks; rejects with the reason of `signal`.
 */
export function fileOfWorker(
  worker: Worker,
  message: unknown,
  { signal, onStep }: { signal?: AbortSignal | undefined; onStep?: (done: number) => void },
): Promise<Blob> {
  return new Promise<Blob>((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    const cancel = () => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
      if (data.kind === 'step') onStep?.(data.done);
      else if (data.kind === 'done') end(() => resolve(data.file));
      else end(() => reject(dataToError(data.error)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const words = event.message ?? 'the worker could not be loaded';
      end(() => reject(new AppError('engine-failed', `the drawing broke: ${words}`, {})));
    };
    worker.postMessage(message);
  });
}
