import { errorToData, isAbort } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Engine } from '../engine/protocol.ts';
import { addNotice } from './actions.ts';
import type { AppState } from './app-state.ts';
import type { AppStore } from './store.ts';
import { addTemporary, freeLayerId, removeTemporary, toTemporary } from './temporary-layers.ts';

/** The effects of temporary layers: files of the reader's own that are shown without being published. */
export function createTemporaryEffects(store: AppStore, engine: Engine) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  /** Ids that were ever given: what the engine found out about one must never stand for another. */
  const given = new Set<string>();

  return {
    /**
     * Shows a layer from the bytes of its GeoParquet file above all others, under a free id made of its own, which it gives.
     * @throws {AppError} as the engine, when it cannot take the layer.
     */
    async holdLayer(layer: Layer, data: Uint8Array<ArrayBuffer>): Promise<string> {
      const published = store.getState().catalogue?.layers.map(({ id }) => id) ?? [];
      const id = freeLayerId(layer.id, new Set([...published, ...given]));
      given.add(id);
      const temporary = toTemporary(layer, id);
      await engine.call('hold', { layer: temporary, data });
      apply((state) => addTemporary(state, temporary));
      return id;
    },

    /** Removes a temporary layer from the map and the catalogue, and gives its memory back. */
    releaseLayer(id: string): void {
      apply((state) => removeTemporary(state, id));
      engine.call('release', { layer: id }).catch((error: unknown) => {
        if (!isAbort(error)) apply((state) => addNotice(state, errorToData(error)));
      });
    },
  };
}
