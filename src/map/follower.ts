import { isAbort } from '../domain/errors.ts';

/** Follows one value of the state: `fetch` for each new one, `clear` when there is none; a late one is cancelled. */
export function createFollower<T>(onFailure: (error: unknown) => void) {
  let seen = 'null';
  let controller = new AbortController();
  return {
    follow(
      value: T | null,
      fetch: (value: T, signal: AbortSignal) => Promise<void>,
      clear: () => void,
    ) {
      const text = JSON.stringify(value);
      if (text === seen) return;
      seen = text;
      controller.abort();
      controller = new AbortController();
      clear();
      if (value === null) return;
      fetch(value, controller.signal).catch((error: unknown) => {
        if (!isAbort(error)) onFailure(error);
      });
    },
    stop: () => controller.abort(),
  };
}
