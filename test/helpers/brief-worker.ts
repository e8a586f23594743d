import { holdLife } from '../../src/engine/worker-life.ts';

/** A worker that does nothing but answer, as soon as it may. */
const isWatched = holdLife();

globalThis.onmessage = async () => {
  await isWatched;
  globalThis.postMessage(null);
};
