import { setTimeout as pause } from 'node:timers/promises';

/** Time and chance, so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Aborted, it throws the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1 exclusive: spreads what would else be tried again at once. */
  random(): number;
}

/** The machine's. */
export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  random: Math.random,
  async sleep(ms, signal) {
    await pause(ms, undefined, { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};
