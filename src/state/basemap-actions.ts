import type { AppState } from './app-state.ts';

/** What `AppState.baseWithout` names to leave out the names of the base layers: no layer has such an id. */
export const BASE_NAMES = 'noms';

/** Where `AppState.layerStatus` tells how the tiles of a basemap of the network come: no layer has such an id. */
export const NETWORK_STATUS = 'fond-reseau';

/** The state with a part of the base map drawn or left out: a detail by the id of its layer, `BASE_NAMES`. */
export function setBasePart(state: AppState, part: string, isDrawn: boolean): AppState {
  const others = state.baseWithout.filter((id) => id !== part);
  return { ...state, baseWithout: isDrawn ? others : [...others, part] };
}

/** The state with all base layers that are shown drawn at an opacity, 0 to 1. */
export function setBaseOpacity(state: AppState, opacity: number): AppState {
  const base = baseIds(state);
  const shown = state.shown.map((layer) => (base.has(layer.id) ? { ...layer, opacity } : layer));
  return { ...state, shown };
}

/** The opacity that base layers are drawn at, 0 to 1: that of the topmost, 1 where none is shown. */
export function baseOpacity(state: AppState): number {
  const base = baseIds(state);
  return state.shown.find(({ id }) => base.has(id))?.opacity ?? 1;
}

function baseIds({ catalogue }: AppState): Set<string> {
  return new Set(catalogue?.layers.filter(({ base }) => base).map(({ id }) => id));
}
