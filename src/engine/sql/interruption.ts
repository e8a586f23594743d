/** Stops the functions of a statement that was cancelled while DuckDB computes and no message is heard. */
export class Interruption {
  #isCancelled: (() => boolean) | undefined;
  #lastCheck = 0;

  /** What tells of the cancel of the statement that begins; undefined when it is over, or nothing does. */
  listen(isCancelled: (() => boolean) | undefined): void {
    this.#isCancelled = isCancelled;
    this.#lastCheck = performance.now();
  }

  /** To be called often. @throws {DOMException} `AbortError` when the statement was cancelled. */
  check(): void {
    if (!this.#isCancelled || performance.now() - this.#lastCheck < CHECK_MS) return;
    if (this.#isCancelled()) throw new DOMException('cancelled', 'AbortError');
    this.#lastCheck = performance.now();
  }
}

/** Time between two looks at what costs a millisecond. */
const CHECK_MS = 40;
