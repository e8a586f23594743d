import { pause } from '../domain/pause.ts';
import type { Progress } from '../domain/progress.ts';

/** What a piece of work is given beside its request: a signal that cancels it, and a listener to tell how far it is. */
export interface Work {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
  /**
   * Whether it was cancelled though the message that says so could not be heard, for computations that cannot pause. Costs
   * about a millisecond; absent where there is no way to know.
   */
  isCancelled?(): boolean;
}

/** Longest time, in milliseconds, that the worker computes before it listens for messages again. */
const SLICE_MS = 25;

/**
 * The value that a generator returns, run in slices so that the worker hears a cancel within about `SLICE_MS` plus one
 * step. Each yielded number is how much is done of `total`.
 * @throws the signal's reason when it is aborted.
 */
export async function runInSlices<T>(
  steps: Generator<number, T>,
  work: Work,
  progress: Omit<Progress, 'done'>,
): Promise<T> {
  let sliceStart = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStart < SLICE_MS) continue;
    work.onProgress({ ...progress, done: step.value });
    await pause();
    work.signal.throwIfAborted();
    sliceStart = performance.now();
  }
}

/** What a promise gives, or the signal's reason as soon as it is aborted; the promise itself goes on for who else waits. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
