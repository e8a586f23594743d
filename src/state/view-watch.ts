import type { Engine } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';
import type { AppStore } from './store.ts';

/** Keeps `inView` filled while a part of the screen tells it: the open legend, the tool `contenu`. Loads what does so then. */
export function watchView(store: AppStore, engine: Engine): void {
  let following: Promise<() => void> | null = null;
  const onState = (state: AppState) => {
    const isWanted = state.isLegendCounted || state.tool === 'contenu';
    if (isWanted === (following !== null)) return;
    void following?.then((stop) => stop());
    following = isWanted ? follow(store, engine) : null;
  };
  onState(store.getState());
  store.subscribe(onState);
}

async function follow(store: AppStore, engine: Engine): Promise<() => void> {
  const { followView } = await import('./view-contents-effects.ts');
  return followView(store, engine);
}
