import { AppError, errorToData, isAbort } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { LayerHistory, PublishedVersion } from '../domain/layer-history.ts';
import { unionExtents } from '../domain/union-extents.ts';
import type { Engine, VersionFeature } from '../engine/protocol.ts';
import { addNotice, closeCard, flyTo, showLayers } from './actions.ts';
import type { AppState, Comparison } from './app-state.ts';
import type { AppStore } from './store.ts';
import * as actions from './version-actions.ts';

/** What the effects of versions need of the world. */
export interface VersionPorts {
  engine: Engine;
  /** Absolute address of the folder the site is served from, with a slash at its end. */
  baseUrl: string;
  /** The versions of a layer, checked, by the path of their file; throws `layer-missing` or `layer-invalid`. */
  fetchHistory(layer: string, path: string): Promise<LayerHistory>;
}

/** The effects of layers' versions. Only `versionFeature` rejects. */
export function createVersionEffects(
  store: AppStore,
  { engine, baseUrl, fetchHistory }: VersionPorts,
) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  let comparing: AbortController | null = null;

  /** Fetches the versions of a layer, unless they are there or it has none but the one that is served. */
  async function readHistory(id: string): Promise<LayerHistory | null> {
    const state = store.getState();
    const path = actions.currentLayer(state, id)?.history;
    if (!path) return null;
    const known = state.histories[id];
    if (known?.kind === 'ready') return known.history;
    apply((before) => actions.setHistory(before, id, { kind: 'loading' }));
    try {
      const history = fromSite(await fetchHistory(id, path), path);
      apply((before) => actions.setHistory(before, id, { kind: 'ready', history }));
      return history;
    } catch (error) {
      const failed = errorToData(error);
      apply((before) => actions.setHistory(before, id, { kind: 'failed', error: failed }));
      return null;
    }
  }

  /**
   * The entry of a version of a layer.
   * @throws {AppError} `layer-unknown`; `version-pruned` when it is not kept; what kept its history from being read.
   */
  async function entryOf(id: string, version: string): Promise<PublishedVersion> {
    const current = actions.currentLayer(store.getState(), id);
    if (!current) throw new AppError('layer-unknown', `no layer "${id}"`, { layer: id });
    const history = await readHistory(id);
    const found = history?.versions.find(({ layer }) => layer.file.version === version);
    if (found) return found;
    if (current.file.version === version)
      return { publishedAt: current.date, layer: current, accepted: {} };
    const status = store.getState().histories[id];
    if (status?.kind === 'failed') {
      throw new AppError(status.error.code, status.error.message, status.error.context);
    }
    throw new AppError('version-pruned', `${id} has no version ${version}`, { layer: id, version });
  }

  /** Compares two versions of a layer; the comparison that still runs is cancelled. With `fly` the map goes there. */
  async function compare(comparison: Comparison, fly = false): Promise<void> {
    comparing?.abort();
    const controller = new AbortController();
    comparing = controller;
    const { layer, from, to } = comparison;
    const { signal } = controller;
    apply((state) => actions.startComparison(state, comparison));
    try {
      const entries = await Promise.all([entryOf(layer, from), entryOf(layer, to)]);
      signal.throwIfAborted();
      const [before, after] = entries.map((entry) => entry.layer) as [Layer, Layer];
      if (fly) apply((state) => flyTo(state, unionExtents([before.extent, after.extent])));
      const diff = await engine.call(
        'diff',
        { from: before, to: after },
        {
          signal,
          onProgress: (progress) => {
            if (comparing !== controller) return;
            apply((state) => actions.setDiff(state, { kind: 'comparing', progress }));
          },
        },
      );
      apply((state) => actions.setDiff(state, { kind: 'ready', from: before, to: after, diff }));
    } catch (error) {
      if (signal.aborted) return;
      apply((state) => actions.setDiff(state, { kind: 'failed', error: errorToData(error) }));
    }
  }

  function stopComparing(): void {
    comparing?.abort();
    comparing = null;
  }

  function leaveComparison(): void {
    stopComparing();
    apply(actions.leaveComparison);
  }

  /** Brings engine and state to another catalogue in one turn, so that no request falls between the two. */
  function changeCatalogue(change: (state: AppState) => AppState): void {
    const state = store.getState();
    const next = change(state);
    if (next.catalogue === state.catalogue || !next.catalogue) return;
    const opened = engine.call('open', { catalogue: next.catalogue, baseUrl });
    apply(change);
    opened.catch((error: unknown) => {
      if (!isAbort(error)) apply((before) => addNotice(before, errorToData(error)));
    });
  }

  /**
   * Shows the layers of a link in the versions that it pins, and the others in their current one. A version that is no longer
   * kept is told of in a notice; its layer is shown as it is now. Gives whether another catalogue was opened.
   */
  async function followPinned(pinned: Record<string, string> | null): Promise<boolean> {
    const { past, catalogue } = store.getState();
    const shown = (id: string) => catalogue?.layers.find((layer) => layer.id === id)?.file.version;
    const wrong = Object.keys(past).filter((id) => pinned?.[id] !== shown(id));
    changeCatalogue((state) => wrong.reduce(actions.showCurrent, state));
    const wanted = Object.entries(pinned ?? {}).filter(([id, version]) => {
      const layer = catalogue?.layers.find((own) => own.id === id);
      return layer?.history && shown(id) !== version;
    });
    if (wanted.length === 0) return store.getState().catalogue !== catalogue;
    const found = await Promise.allSettled(wanted.map(([id, version]) => entryOf(id, version)));
    if (store.getState().pinned !== pinned) return true;
    changeCatalogue((state) =>
      found.reduce(
        (next, entry) =>
          entry.status === 'fulfilled' ? actions.showVersion(next, entry.value) : next,
        state,
      ),
    );
    if (!store.getState().asked) apply((state) => ({ ...state, pinned: null }));
    for (const entry of found) {
      if (entry.status === 'rejected')
        apply((state) => addNotice(state, errorToData(entry.reason)));
    }
    return store.getState().catalogue !== catalogue;
  }

  return {
    readHistory,
    entryOf,
    changeCatalogue,
    compare,
    stopComparing,
    leaveComparison,
    followPinned,
    /** Shows a layer in an older version, on the map and in every answer. */
    showVersion: (version: PublishedVersion) =>
      changeCatalogue((state) =>
        showLayers(closeCard(actions.showVersion(state, version)), [version.layer.id]),
      ),
    /** Shows a layer in its current version again. */
    showCurrent: (id: string) =>
      changeCatalogue((state) => closeCard(actions.showCurrent(state, id))),
    versionFeature: (layer: Layer, row: number, signal: AbortSignal): Promise<VersionFeature> =>
      engine.call('versionFeature', { layer, row }, { signal }),
  };
}

/** A history whose files are told from the site's root; in its file they are told from the folder that `layers/` is in. */
function fromSite(history: LayerHistory, path: string): LayerHistory {
  const folder = path.slice(0, path.lastIndexOf('layers/'));
  const versions = history.versions.map((version) => {
    const { file } = version.layer;
    return {
      ...version,
      layer: { ...version.layer, file: { ...file, path: folder + file.path } },
    };
  });
  return { ...history, versions };
}
