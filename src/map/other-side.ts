import type { AppState, LayerStatus } from '../state/app-state.ts';
import { stateOfOtherSide } from '../state/split.ts';
import { engineOfOtherSide } from '../state/split-engine.ts';
import { createMap } from './create-map.ts';
import type { MapHandle, MapOptions } from './map-options.ts';

/**
 * The second map of two that are compared: a map like the first, over the state as the second shows it. What becomes of its layers
 * is its own: a failure is told to `onFailure`, for the first map's layers may be there all the same. What the reader has the first
 * map ask again, this one asks again too.
 * @throws {AppError} `webgl-missing`, as `createMap`.
 */
export function createOtherMap(options: Omit<MapOptions, 'onLayerStatus'>): MapHandle {
  const { store, engine, onFailure } = options;
  const side = createSideStore(store);
  return createMap({
    ...options,
    store: side,
    engine: engineOfOtherSide(engine, store.getState),
    onLayerStatus(id, status) {
      side.setLayerStatus(id, status);
      if (status.kind === 'failed') onFailure?.(status.error);
    },
  });
}

/** The state as the second map shows it, made once for each state of `store`; what was last shown stays once there is one map again. */
function createSideStore(store: MapOptions['store']) {
  let layerStatus: Record<string, LayerStatus> = {};
  const listeners = new Set<(state: AppState) => void>();
  let source = store.getState();
  let told = source.layerStatus;
  let made = stateOfOtherSide(source);

  function getState(): AppState {
    const state = store.getState();
    if (state === source || !state.split) return { ...made, layerStatus };
    const next = stateOfOtherSide(state);
    const catalogue = haveSameEntries(state, source) ? made.catalogue : next.catalogue;
    [source, made] = [state, { ...next, catalogue }];
    return { ...made, layerStatus };
  }

  return {
    getState,
    subscribe(listener: (state: AppState) => void) {
      listeners.add(listener);
      const unsubscribe = store.subscribe((state) => {
        layerStatus = withoutRetried(layerStatus, told, state.layerStatus);
        told = state.layerStatus;
        listener(getState());
      });
      return () => {
        listeners.delete(listener);
        unsubscribe();
      };
    },
    setLayerStatus(id: string, status: LayerStatus) {
      layerStatus = { ...layerStatus, [id]: status };
      for (const listener of listeners) listener(getState());
    },
  };
}

/** The failures of the second map less those that the first map has just forgotten: the reader has it asked again. */
function withoutRetried(
  own: AppState['layerStatus'],
  before: AppState['layerStatus'],
  now: AppState['layerStatus'],
): AppState['layerStatus'] {
  const kept = Object.entries(own).filter(
    ([id, { kind }]) => kind !== 'failed' || before[id] === undefined || now[id] !== undefined,
  );
  return kept.length < Object.keys(own).length ? Object.fromEntries(kept) : own;
}

/** Whether two states have the same catalogue on the second map: another object would have the map drawn again. */
function haveSameEntries(state: AppState, before: AppState): boolean {
  const { catalogue, histories, past, split } = state;
  return (
    catalogue === before.catalogue &&
    histories === before.histories &&
    past === before.past &&
    split?.versions === before.split?.versions
  );
}
