import type { Progress } from '../domain/progress.ts';
import { untilAborted, type Work } from './work.ts';

/**
 * One piece of work that several callers wait for. A caller that cancels stops waiting; the work is cancelled when the
 * last has left. All are told how far it is.
 */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #waiting = new Set<Work>();
  readonly #promise: Promise<T>;
  #isOver = false;

  constructor(start: (work: Work) => Promise<T>) {
    const onProgress = (progress: Progress) => {
      for (const work of this.#waiting) work.onProgress(progress);
    };
    this.#promise = start({ signal: this.#controller.signal, onProgress });
    const end = () => {
      this.#isOver = true;
    };
    this.#promise.then(end, end);
  }

  /** Whether it can still be joined: it has neither ended nor been left by everybody. */
  get isRunning(): boolean {
    return !this.#isOver && !this.#controller.signal.aborted;
  }

  /** What the work gives, or its error; the signal's reason as soon as the caller cancels. */
  async join(work: Work): Promise<T> {
    this.#waiting.add(work);
    try {
      return await untilAborted(this.#promise, work.signal);
    } finally {
      this.#waiting.delete(work);
      if (this.#waiting.size === 0 && !this.#isOver) this.#controller.abort();
    }
  }
}
