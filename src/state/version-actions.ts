import type { Catalogue } from '../domain/catalogue.ts';
import type { Change } from '../domain/change.ts';
import type { Layer } from '../domain/layer.ts';
import type { PublishedVersion } from '../domain/layer-history.ts';
import type { AppState, Comparison, DiffStatus, HistoryStatus } from './app-state.ts';

/** A change that was chosen. */
export interface ChosenChange extends Change {
  /** It was chosen on the map, which need not go there. */
  isInSight: boolean;
}

/** The state with the page of a layer shown, and no comparison on it; null shows the list of layers. */
export function goToSheet(state: AppState, sheet: string | null): AppState {
  return { ...leaveComparison(state), screen: 'donnees', sheet };
}

/** The state with what is known of the versions of a layer. */
export function setHistory(state: AppState, id: string, status: HistoryStatus): AppState {
  return { ...state, histories: { ...state.histories, [id]: status } };
}

/** The state with two versions of a layer to be compared, on its page. */
export function startComparison(state: AppState, comparison: Comparison): AppState {
  return {
    ...state,
    screen: 'donnees',
    sheet: comparison.layer,
    comparison,
    diff: { kind: 'comparing', progress: null },
    change: null,
  };
}

/** The state with the comparison in another condition. */
export const setDiff = (state: AppState, diff: DiffStatus): AppState => ({ ...state, diff });

/** The state with one change of the comparison chosen, or none; `isInSight` when it was chosen where it lies on the map. */
export const chooseChange = (
  state: AppState,
  change: Change | null,
  isInSight = false,
): AppState => ({ ...state, change: change && { ...change, isInSight } });

/** The state without a comparison; the page of the layer stays. */
export const leaveComparison = (state: AppState): AppState => ({
  ...state,
  comparison: null,
  diff: { kind: 'none' },
  change: null,
});

/** Whether two versions are compared on the screen that is shown. */
export const isComparing = ({ screen, comparison }: AppState): boolean =>
  (screen === 'donnees' || screen === 'publier') && comparison !== null;

/** The comparison that the map draws: that of the screen shown, once it is known. */
export function drawnDiff(state: AppState): Extract<DiffStatus, { kind: 'ready' }> | null {
  return isComparing(state) && state.diff.kind === 'ready' ? state.diff : null;
}

/** Whether the comparison is drawn in place of a layer: the one that is published, or the preview of its next version. */
export function isCompared(state: AppState, { id, file }: Layer): boolean {
  const to = drawnDiff(state)?.to;
  return to !== undefined && (to.id === id || to.file.path === file.path);
}

/** The entry of a layer as it is published now, whichever version is shown; undefined where there is none. */
export function currentLayer(
  { catalogue, past }: Pick<AppState, 'catalogue' | 'past'>,
  id: string,
): Layer | undefined {
  return past[id]?.current ?? catalogue?.layers.find((layer) => layer.id === id);
}

/** The state with a layer shown in an older version: the catalogue holds that version's entry. */
export function showVersion(state: AppState, version: PublishedVersion): AppState {
  const { layer, publishedAt } = version;
  const current = currentLayer(state, layer.id);
  if (!state.catalogue || !current) return state;
  if (current.file.version === layer.file.version) return showCurrent(state, layer.id);
  return {
    ...state,
    catalogue: withLayer(state.catalogue, layer),
    past: { ...state.past, [layer.id]: { publishedAt, current } },
  };
}

/** The state with a layer shown in its current version again. */
export function showCurrent(state: AppState, id: string): AppState {
  const { [id]: left, ...past } = state.past;
  if (!left || !state.catalogue) return state;
  return { ...state, catalogue: withLayer(state.catalogue, left.current), past };
}

function withLayer(catalogue: Catalogue, layer: Layer): Catalogue {
  const layers = catalogue.layers.map((own) => (own.id === layer.id ? layer : own));
  return { ...catalogue, layers };
}
