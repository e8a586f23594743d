import type { AppStore } from '../../state/store.ts';

/** Names of the measures of the browser's timeline that tell how long a scene took from the key on. */
const SCENE_MEASURES = {
  /** Until the layers of the map are those of the scene. */
  reconciled: 'seance-scene-reconciled',
  /** Until the frame after that was drawn. */
  drawn: 'seance-scene-drawn',
} as const;

/**
 * Does `change` and, where it brought another scene, measures how long the map took: it is reconciled at the end of the turn, and
 * draws in the frame that follows.
 */
export function timeScene(store: AppStore, change: () => void): void {
  const start = performance.now();
  const before = store.getState().seance.presenter?.scene;
  change();
  if (store.getState().seance.presenter?.scene === before) return;
  queueMicrotask(() => performance.measure(SCENE_MEASURES.reconciled, { start }));
  requestAnimationFrame(() => {
    requestAnimationFrame(() => performance.measure(SCENE_MEASURES.drawn, { start }));
  });
}
