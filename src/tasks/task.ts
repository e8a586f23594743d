import { AppError, dataToError, type ErrorData, errorToData } from '../domain/errors.ts';

/** What a worker of one task says: steps, then how it ended. */
type FromTask<Result, Step> =
  | { kind: 'step'; step: Step }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; error: ErrorData };

/** How a task is followed and stopped. */
export interface TaskOptions<Step> {
  signal?: AbortSignal | undefined;
  onStep?: ((step: Step) => void) | undefined;
}

/**
 * What a worker of one task gives for what it is asked; the worker ends with it, and a cancel ends it at once, whatever it is at.
 * @throws {AppError} what the task throws, `engine-failed` when the worker breaks; rejects with the reason of `signal`.
 */
export function runTask<Result, Step>(
  worker: Worker,
  asked: unknown,
  { signal, onStep }: TaskOptions<Step> = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = () => end(() => reject(signal?.reason));
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    if (signal?.aborted) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<FromTask<Result, Step>>) => {
      if (data.kind === 'step') onStep?.(data.step);
      else if (data.kind === 'done') end(() => resolve(data.result));
      else end(() => reject(dataToError(data.error)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const words = event.message ?? 'the worker could not be loaded';
      end(() => reject(new AppError('engine-failed', `a task broke: ${words}`, { words })));
    };
    worker.postMessage(asked);
  });
}

/** Makes this thread the worker of one task: `work` does what is asked, and tells its steps. */
export function serveTask<Asked, Result, Step = never>(
  work: (asked: Asked, onStep: (step: Step) => void) => Promise<Result>,
): void {
  const send = (message: FromTask<Result, Step>) => globalThis.postMessage(message);
  globalThis.onmessage = async ({ data }: MessageEvent<Asked>) => {
    try {
      send({ kind: 'done', result: await work(data, (step) => send({ kind: 'step', step })) });
    } catch (error) {
      send({ kind: 'failed', error: errorToData(error) });
    }
  };
}
