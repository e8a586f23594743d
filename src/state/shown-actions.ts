import type { Layer } from '../domain/layer.ts';
import type { ReadyMap } from '../domain/ready-map.ts';
import { flyTo, showLayers } from './actions.ts';
import type { AppState, ShownLayer } from './app-state.ts';

/** The state with one layer shown, at its full opacity, and the base map; the others are set aside, to be gone back to. */
export function showOnly(state: AppState, id: string): AppState {
  const others = themeLayers(state).length;
  const isHop = state.shownBefore !== null && others <= 1;
  const shownBefore = isHop ? state.shownBefore : state.shown;
  const bare = { ...state, shown: baseLayers(state) };
  return { ...showLayers(bare, [id]), shownBefore };
}

/** The state with nothing shown but the base map; what was shown is set aside, unless it was nothing. */
export function hideAll(state: AppState): AppState {
  if (themeLayers(state).length === 0) return state;
  return { ...state, shown: baseLayers(state), shownBefore: state.shown };
}

/** The state with the layers that were set aside shown again, as they were; those gone from the catalogue are left out. */
export function restoreShown(state: AppState): AppState {
  const { shownBefore, catalogue } = state;
  if (!shownBefore) return state;
  const shown = shownBefore.filter(({ id }) => catalogue?.layers.some((layer) => layer.id === id));
  return { ...state, shown, shownBefore: null };
}

/** The state with these layers turned off. */
export function hideLayers(state: AppState, ids: readonly string[]): AppState {
  return { ...state, shown: state.shown.filter(({ id }) => !ids.includes(id)) };
}

/** The state with a ready-made map in place of the layers shown, which are set aside. Basemap and place change where the map has them. */
export function openReadyMap(state: AppState, { layers, basemap, extent }: ReadyMap): AppState {
  const shown = [...layers.map(({ id, opacity = 1 }) => ({ id, opacity })), ...baseLayers(state)];
  const shownBefore = isSameMap(state.shown, shown) ? state.shownBefore : state.shown;
  const opened = { ...state, shown, shownBefore, basemap: basemap ?? state.basemap };
  return extent ? flyTo(opened, extent) : opened;
}

/** Whether the state shows a ready-made map as it is, in the order and opacities that it has. */
export function showsReadyMap(state: AppState, { layers }: ReadyMap): boolean {
  const shown = layers.map(({ id, opacity = 1 }) => ({ id, opacity }));
  return isSameMap(themeLayers(state), shown);
}

/** The state with the map, where it looks, as near as a layer needs to be seen; the same where it is, or where there is no map. */
export function zoomToLayer(state: AppState, { minZoom = 0 }: Layer): AppState {
  const { view } = state;
  if (!view || view.zoom >= minZoom) return state;
  return { ...state, view: { lng: view.lng, lat: view.lat, zoom: minZoom } };
}

/** The layers shown that are not of the base map, topmost first. */
export function themeLayers({ shown, catalogue }: AppState): ShownLayer[] {
  return shown.filter(({ id }) => !isBase(catalogue?.layers ?? [], id));
}

function baseLayers({ shown, catalogue }: AppState): ShownLayer[] {
  return shown.filter(({ id }) => isBase(catalogue?.layers ?? [], id));
}

function isBase(layers: readonly Layer[], id: string): boolean {
  return layers.some((layer) => layer.id === id && layer.base);
}

function isSameMap(some: readonly ShownLayer[], others: readonly ShownLayer[]): boolean {
  const text = (shown: readonly ShownLayer[]) =>
    shown.map(({ id, opacity }) => `${id} ${opacity}`).join();
  return text(some) === text(others);
}
