import { AppError, errorToData, isAbort } from '../domain/errors.ts';
import type { LngLat } from '../domain/units.ts';
import type { Engine } from '../engine/protocol.ts';
import * as actions from './actions.ts';
import type { AppState } from './app-state.ts';
import { clickedLayers } from './clicked-layers.ts';
import type { AppStore } from './store.ts';
import { chooseChange, drawnDiff } from './version-actions.ts';

/** The map that was clicked: what it shows, and the engine that reads it. */
export interface ClickedMap {
  state: AppState;
  engine: Engine;
}

/** The effects of the card of features: what is chosen last overtakes what is still being read. */
export function createCardEffects(store: AppStore, engine: Engine) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  let reading: AbortController | null = null;

  function stopReading(): void {
    reading?.abort();
  }

  async function showFeature(layer: string, key: string, fly: boolean): Promise<void> {
    reading?.abort();
    reading = new AbortController();
    const { signal } = reading;
    apply((state) => actions.setCard(state, { kind: 'loading' }));
    try {
      const feature = await engine.call('feature', { layer, key }, { signal });
      if (!feature)
        throw new AppError('feature-unknown', `no "${key}" in ${layer}`, { layer, key });
      apply((state) => actions.openCard(actions.showLayers(state, [layer]), [feature]));
      const { extent } = feature;
      if (fly && extent) apply((state) => actions.flyTo(state, extent));
    } catch (error) {
      failCard(error);
    }
  }

  /** Chooses the change of the comparison under a click; false where there is none. */
  async function chooseChangeAt(
    at: LngLat,
    radius: number,
    state: AppState,
    signal: AbortSignal,
  ): Promise<boolean> {
    const diff = drawnDiff(state);
    if (!diff) return false;
    const pair = { from: diff.from, to: diff.to };
    const change = await engine.call('changeAt', { pair, at, radius }, { signal });
    if (!change || drawnDiff(store.getState()) !== diff) return false;
    apply((now) => chooseChange(actions.closeCard(now), change, true));
    return true;
  }

  async function identify(
    at: LngLat,
    radius: number,
    { state, engine: asked }: ClickedMap = { state: store.getState(), engine },
  ): Promise<void> {
    reading?.abort();
    reading = new AbortController();
    const { signal } = reading;
    if (!state.catalogue) return;
    const { layers, far } = clickedLayers(state);
    try {
      if (await chooseChangeAt(at, radius, state, signal)) return;
      const found = await asked.call('identify', { at, radius, layers }, { signal });
      const failed = found.failures.map((failure) => ({ ...failure, why: 'failed' as const }));
      apply((state) => actions.openCard(state, found.features, [...failed, ...far]));
    } catch (error) {
      failCard(error);
    }
  }

  function failCard(error: unknown): void {
    if (isAbort(error)) return;
    apply((state) => actions.setCard(state, { kind: 'failed', error: errorToData(error) }));
  }

  return {
    stopReading,
    /** Opens the card of a feature, and shows its layer; flies to it where that is asked for. */
    showFeature,
    /**
     * Chooses what lies within `radius` metres of a click: the change of a comparison, else features of the layers that are seen. The click
     * was on the map of the state, unless another is named.
     */
    identify,
    /** Closes the card, and keeps one that is still being read from opening. */
    closeCard(): void {
      stopReading();
      apply(actions.closeCard);
    },
  };
}
