import { runTask } from '../../tasks/task.ts';
import type { PictureRequest } from './picture-request.ts';

/**
 * The plan of a frame as a JPEG of 300 dots an inch, drawn in a worker of its own, which ends with it: a document that is laid out
 * elsewhere is given it in the frame's size, and it is then to scale.
 * @throws {AppError} that of the first layer that could not be read; `engine-failed` when the worker breaks; rejects with the reason of
 * `signal`.
 */
export async function planPicture(request: PictureRequest, signal?: AbortSignal): Promise<Blob> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'picture',
  });
  return runTask(worker, request, { signal });
}
