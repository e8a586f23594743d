import type { AppStore } from '../../state/store.ts';

/** Name of the measures of the browser's timeline that tell how long a scene took, from the key to the frame drawn. */
export const SCENE_MEASURE = 'seance-scene';

/**
 * Does `change` and, where it brought another scene, measures the time until the frame after it was drawn: the map draws what the
 * state asks for in the frame that follows.
 */
export function timeScene(store: AppStore, change: () => void): void {
  const start = performance.now();
  const before = store.getState().seance.presenter?.scene;
  change();
  if (store.getState().seance.presenter?.scene === before) return;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => performance.measure(SCENE_MEASURE, { start }));
  });
}
