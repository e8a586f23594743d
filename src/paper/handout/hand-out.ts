import { runTask } from '../../tasks/task.ts';
import type { ToHandoutWorker } from './handout-protocol.ts';
import type { HandoutRequest } from './handout-request.ts';

/**
 * The hand-out of a session as a PDF, made in a worker of its own, which ends with it. `onItem` hears how many items are done.
 * @throws {AppError} what makes it throws, `engine-failed` when the worker breaks; rejects with the reason of `signal`.
 */
export async function handOut(
  request: HandoutRequest,
  baseUrl: string,
  { signal, onItem }: { signal: AbortSignal; onItem: (done: number) => void },
): Promise<Blob> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'handout',
  });
  const message: ToHandoutWorker = { request, baseUrl };
  return runTask(worker, message, { signal, onStep: onItem });
}
