import type { Basemap } from '../domain/basemap.ts';
import type { AppState, ShownLayer } from './app-state.ts';
import type { Split, SplitKind } from './split.ts';
import { showCurrent, showVersion } from './version-actions.ts';

/** The state with a second map, which shows what the first does until it is told otherwise; one that is there changes its kind. */
export function startSplit(state: AppState, kind: SplitKind): AppState {
  const split = state.split ?? { at: 0.5, shown: null, basemap: null, versions: {} };
  return { ...state, split: { ...split, kind } };
}

/** The state with one map again, the first. */
export const stopSplit = (state: AppState): AppState => ({ ...state, split: null });

/** The state with the curtain at a share of the map, kept within 0 and 1. */
export const moveCurtain = (state: AppState, at: number): AppState =>
  change(state, { at: Math.min(1, Math.max(0, at)) });

/** The state with other layers on the second map; null: those of the first. */
export const setOtherLayers = (state: AppState, shown: ShownLayer[] | null): AppState =>
  change(state, { shown });

/** The state with something else under the second map; null: what lies under the first. */
export const setOtherBasemap = (state: AppState, basemap: Basemap | null): AppState =>
  change(state, { basemap });

/** The state with a layer of the second map in a version, by that of its file; null: as on the first. */
export function setOtherVersion(state: AppState, id: string, version: string | null): AppState {
  const { [id]: _before, ...others } = state.split?.versions ?? {};
  return change(state, { versions: version === null ? others : { ...others, [id]: version } });
}

/**
 * The state with the two maps in each other's place: layers, basemap and versions. The catalogue is another where versions
 * change places, and the engine must be opened with it. A version whose history is not there yet stays where it is.
 */
export function swapSides(state: AppState): AppState {
  const { split, past, catalogue } = state;
  if (!split || !catalogue) return state;
  const versionOf = (id: string) => catalogue.layers.find((layer) => layer.id === id)?.file.version;
  const ids = Object.keys(split.versions).filter((id) => state.histories[id]?.kind === 'ready');
  const swapped: AppState = {
    ...state,
    shown: split.shown ?? state.shown,
    basemap: split.basemap ?? state.basemap,
    split: {
      ...split,
      shown: split.shown && state.shown,
      basemap: split.basemap && state.basemap,
      versions: {
        ...split.versions,
        ...Object.fromEntries(ids.map((id) => [id, versionOf(id) ?? ''])),
      },
    },
  };
  return ids.reduce((next, id) => {
    const wanted = split.versions[id];
    const history = state.histories[id];
    if (past[id]?.current.file.version === wanted) return showCurrent(next, id);
    const entry =
      history?.kind === 'ready' &&
      history.history.versions.find(({ layer }) => layer.file.version === wanted);
    return entry ? showVersion(next, entry) : next;
  }, swapped);
}

function change(state: AppState, changes: Partial<Split>): AppState {
  return state.split ? { ...state, split: { ...state.split, ...changes } } : state;
}
