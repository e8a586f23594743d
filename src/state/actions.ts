import type { Appearance, Basemap } from '../domain/basemap.ts';
import { type Catalogue, findLayer } from '../domain/catalogue.ts';
import type { Commune } from '../domain/commune.ts';
import type { ErrorData } from '../domain/errors.ts';
import type { Feature } from '../domain/feature.ts';
import type { Question } from '../domain/question.ts';
import type { Extent } from '../domain/units.ts';
import type {
  AnswerStatus,
  AppState,
  LayerStatus,
  LibraryStatus,
  MapTool,
  OpenQuestion,
  ReplyStatus,
  Screen,
  Selection,
  ShownLayer,
  SqlStatus,
  View,
} from './app-state.ts';
import type { CardStatus, SilentLayer } from './card-status.ts';
import { draftWhatIsAsked, writeDraft } from './draft-history.ts';

/** The state with another screen shown. */
export const goTo = (state: AppState, screen: Screen): AppState => ({ ...state, screen });

/** The state with the panel of a tool open over the map, in place of the card, or none. */
export const openTool = (state: AppState, tool: MapTool | null): AppState => ({
  ...state,
  tool,
  ...(tool ? { card: { kind: 'closed' } } : {}),
});

/** The state at a page of the guide, or at its list of contents. */
export const goToHelp = (state: AppState, helpPage: string | null): AppState => ({
  ...state,
  screen: 'aide',
  helpPage,
});

/** The state with the interface coloured so. */
export const setAppearance = (state: AppState, appearance: Appearance): AppState => ({
  ...state,
  appearance,
});

/** The state with something else under the layers. */
export const setBasemap = (state: AppState, basemap: Basemap): AppState => ({ ...state, basemap });

/** The state with a catalogue, its default layers shown when none is yet. */
export function setCatalogue(state: AppState, catalogue: Catalogue): AppState {
  const shown = state.shown.length > 0 ? state.shown : defaultLayers(catalogue);
  return { ...state, catalogue, shown };
}

/** Layers that a page without a link shows: those of the base map and the default ones, in catalogue order. */
export function defaultLayers(catalogue: Catalogue): ShownLayer[] {
  return catalogue.layers
    .filter((layer) => layer.base || layer.defaultVisible)
    .map((layer) => ({ id: layer.id, opacity: 1 }));
}

/** The state with the layer turned on, above all others of its kind (base layers stay below), or turned off. */
export function toggleLayer(state: AppState, id: string): AppState {
  const isShown = state.shown.some((layer) => layer.id === id);
  return isShown ? hideLayer(state, id) : showLayers(retryLayer(state, id), [id]);
}

/** The state with these layers turned on as well; those already on stay where they are. */
export function showLayers(state: AppState, ids: string[], opacity = 1): AppState {
  const added = ids
    .filter((id) => !state.shown.some((layer) => layer.id === id))
    .map((id) => ({ id, opacity }));
  if (added.length === 0) return state;
  const isBase = (id: string) => state.catalogue?.layers.find((layer) => layer.id === id)?.base;
  const shown = [
    ...added.filter((layer) => !isBase(layer.id)),
    ...state.shown,
    ...added.filter((layer) => isBase(layer.id)),
  ];
  return { ...state, shown };
}

/** The state with the opacity (0 to 1) of a shown layer changed. */
export function setOpacity(state: AppState, id: string, opacity: number): AppState {
  const shown = state.shown.map((layer) => (layer.id === id ? { ...layer, opacity } : layer));
  return { ...state, shown };
}

/** The state with a shown layer moved to `index` of the list, 0 being the topmost. */
export function moveLayer(state: AppState, id: string, index: number): AppState {
  const moved = state.shown.find((layer) => layer.id === id);
  if (!moved) return state;
  const others = state.shown.filter((layer) => layer.id !== id);
  return { ...state, shown: [...others.slice(0, index), moved, ...others.slice(index)] };
}

/** The state with what is being fetched for a layer. */
export function setLayerStatus(state: AppState, id: string, status: LayerStatus): AppState {
  return { ...state, layerStatus: { ...state.layerStatus, [id]: status } };
}

/** The state with a layer that failed, or whose reading was stopped, forgotten as such, so that the map asks for it again. */
export function retryLayer(state: AppState, id: string): AppState {
  const { [id]: status, ...layerStatus } = state.layerStatus;
  if (status?.kind !== 'failed' && status?.kind !== 'stopped') return state;
  return { ...state, layerStatus };
}

/** The state with the place the map looks at, as the map reports it. */
export const setView = (state: AppState, view: View): AppState => ({
  ...state,
  view,
  zoom: view.zoom,
});

/** The state of a page whose browser cannot draw the map. */
export const goMapless = (state: AppState): AppState => ({ ...state, isMapless: true });

/** The state with the zoom of a map in movement. */
export const setZoom = (state: AppState, zoom: number): AppState => ({ ...state, zoom });

/** The state with a box (degrees) that the map must fly to. */
export function flyTo(state: AppState, extent: Extent): AppState {
  return { ...state, flight: { extent, serial: (state.flight?.serial ?? 0) + 1 } };
}

/** The state with a feature chosen, or none. */
export const select = (state: AppState, selection: Selection | null): AppState => ({
  ...state,
  selection,
});

/** The state with other SQL being written; what the last statement gave stays. */
export const writeStatement = (state: AppState, statement: string): AppState => ({
  ...state,
  statement,
});

/** The state with what became of the statement that was run. */
export const setSql = (state: AppState, sql: SqlStatus): AppState => ({ ...state, sql });

/** The state with the identify card in another condition. */
export const setCard = (state: AppState, card: CardStatus): AppState => ({
  ...state,
  card,
  ...(card.kind === 'closed' ? {} : { tool: null }),
});

/**
 * The state with the card showing the list of these features and of the layers that are silent, or the one feature there is, which
 * is then chosen; closed when there is nothing to say.
 */
export function openCard(
  state: AppState,
  features: Feature[],
  silent: SilentLayer[] = [],
): AppState {
  if (features.length === 0 && silent.length === 0) return closeCard(state);
  const [first] = features;
  const isList = features.length !== 1;
  const card: CardStatus = { kind: 'open', features, index: 0, isList, silent };
  const selection = first && !isList ? { layer: first.layer, key: first.key } : null;
  return { ...state, card, tool: null, selection };
}

/** The state with the list of what was found in place of the feature in front. */
export function showCardList(state: AppState): AppState {
  if (state.card.kind !== 'open') return state;
  return { ...state, card: { ...state.card, isList: true }, selection: null };
}

/** The state with another feature of the card in front. */
export function chooseCardFeature(state: AppState, index: number): AppState {
  if (state.card.kind !== 'open') return state;
  const feature = state.card.features[index];
  if (!feature) return state;
  return {
    ...state,
    card: { ...state.card, index, isList: false },
    selection: { layer: feature.layer, key: feature.key },
  };
}

/** The state with the card closed and nothing chosen. */
export const closeCard = (state: AppState): AppState => ({
  ...state,
  card: { kind: 'closed' },
  selection: null,
});

/** The state with the pages of themes in another condition. */
export const setLibrary = (state: AppState, library: LibraryStatus): AppState => ({
  ...state,
  library,
});

/** The state with the communes by name. */
export const setCommunes = (state: AppState, communes: Commune[]): AppState => ({
  ...state,
  communes,
});

/** The state with the page of a theme shown, no question open on it; null shows the list of themes. */
export function goToTheme(state: AppState, theme: string | null): AppState {
  const shown: AppState = { ...state, screen: 'indicateurs', theme };
  return theme === state.theme ? shown : { ...openQuestion(shown, null), figure: null };
}

/** The state with a saved question open, its values chosen, not yet asked; null closes the one that is. */
export const openQuestion = (state: AppState, open: OpenQuestion | null): AppState => ({
  ...state,
  open,
  reply: { kind: 'none' },
});

/** The state with the reply to the open question in another condition. */
export const setReply = (state: AppState, reply: ReplyStatus): AppState => ({ ...state, reply });

/** The state with another question being written, which can be undone. */
export const setDraft = (state: AppState, draft: Question | null): AppState =>
  writeDraft(state, draft);

/** The state with a question put, its layers turned on, pale, so that the answer is seen in its context. */
export function putQuestion(
  state: AppState,
  question: Question,
  layers: string[],
  pinned: AppState['pinned'] = null,
): AppState {
  const shown = showLayers(
    state,
    layers.filter((id) => state.catalogue && findLayer(state.catalogue, id)),
    CONTEXT_OPACITY,
  );
  const answer: AnswerStatus = { kind: 'asking', progress: null };
  return { ...draftWhatIsAsked(shown, question), asked: question, answer, pinned };
}

/** The state with a question that cannot be put, and why: it stays in the form, the one before it is forgotten. */
export function refuseQuestion(state: AppState, question: Question, error: ErrorData): AppState {
  return { ...draftWhatIsAsked(clearAnswer(state), question), answer: { kind: 'failed', error } };
}

/** The state with the answer in another condition. */
export const setAnswer = (state: AppState, answer: AnswerStatus): AppState => ({
  ...state,
  answer,
});

/** The state with the question and its answer put away. */
export const clearAnswer = (state: AppState): AppState => ({
  ...state,
  asked: null,
  answer: { kind: 'none' },
  pinned: null,
});

/** The state with one more message for the reader; the same message is not shown twice. */
export function addNotice(state: AppState, error: ErrorData): AppState {
  if (state.notices.some((notice) => notice.error.message === error.message)) return state;
  const id = 1 + Math.max(0, ...state.notices.map((notice) => notice.id));
  return { ...state, notices: [...state.notices, { id, error }] };
}

/** The state with a message dismissed. */
export function dismissNotice(state: AppState, id: number): AppState {
  return { ...state, notices: state.notices.filter((notice) => notice.id !== id) };
}

/** Opacity of a layer that is shown as the context of an answer. */
const CONTEXT_OPACITY = 0.4;

function hideLayer(state: AppState, id: string): AppState {
  return { ...state, shown: state.shown.filter((layer) => layer.id !== id) };
}
