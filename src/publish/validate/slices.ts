import { pause } from '../../domain/pause.ts';

/** What a piece of work needs to be heard of in time. */
interface Cancellable {
  signal?: AbortSignal;
}

/**
 * Calls `visit` for every number from 0 to `count` (excluded), letting messages in every `SLICE_MS`, so that a worker
 * that validates still answers.
 * @throws the signal's reason when it is aborted; whatever `visit` throws.
 */
export async function eachOf(
  count: number,
  { signal }: Cancellable,
  visit: (item: number) => void,
): Promise<void> {
  let sliceStart = performance.now();
  for (let item = 0; item < count; item++) {
    visit(item);
    if (item % CLOCK_EVERY !== 0 || performance.now() - sliceStart < SLICE_MS) continue;
    await pause();
    signal?.throwIfAborted();
    sliceStart = performance.now();
  }
}

/**
 * What a generator of the kernel returns, run in the same slices.
 * @throws as `eachOf`.
 */
export async function finish<T>(
  steps: Generator<number | undefined, T>,
  { signal }: Cancellable,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
    signal?.throwIfAborted();
  }
}

/** Longest time, in milliseconds, without listening for messages, but for the item at hand. */
const SLICE_MS = 25;
/** Items between two looks at the clock. */
const CLOCK_EVERY = 16;
