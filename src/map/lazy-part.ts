/** A part of a map whose code is fetched when it is first wanted. */
export interface LazyPart<T> {
  /** The part; null until its code is there. */
  readonly current: T | null;
  /** Fetches it, unless that was done. */
  want(): void;
  destroy(): void;
}

/**
 * A part that `fetchPart` gives the maker of; it is not made where the map was taken away meanwhile. `onReady` hears when it is there,
 * `onFailure` why it cannot be had: it is not fetched again.
 */
export function createLazyPart<T extends { destroy(): void }>(
  fetchPart: () => Promise<() => T>,
  onReady: () => void,
  onFailure: (error: unknown) => void,
): LazyPart<T> {
  let current: T | null = null;
  let isWanted = false;
  let isGone = false;

  async function open(): Promise<void> {
    const make = await fetchPart();
    if (isGone) return;
    current = make();
    onReady();
  }

  return {
    get current() {
      return current;
    },
    want() {
      if (isWanted) return;
      isWanted = true;
      open().catch(onFailure);
    },
    destroy() {
      isGone = true;
      current?.destroy();
    },
  };
}
