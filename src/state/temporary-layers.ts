import type { Layer, LayerStyle } from '../domain/layer.ts';
import { layersOf } from '../domain/question.ts';
import { clearAnswer, closeCard, showLayers } from './actions.ts';
import type { AppState } from './app-state.ts';

/** A layer of a published catalogue's form as a temporary one under another id: not searched, nobody's base or network. */
export function toTemporary(layer: Layer, id: string): Layer {
  const { search, defaultVisible, base, network, history, ...rest } = layer;
  const path = `temporary:${id}.${layer.file.version}.parquet`;
  return { ...rest, id, theme: TEMPORARY_THEME, isTemporary: true, file: { ...layer.file, path } };
}

/** Theme of the temporary layers: none of the catalogue's. */
const TEMPORARY_THEME = 'temporaires';

/** The id itself, or the first of `id_2`, `id_3`… that is not among `taken`. */
export function freeLayerId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}_${number}`)) number += 1;
  return `${id}_${number}`;
}

/** The state with a temporary layer in its catalogue and shown above all others. */
export function addTemporary(state: AppState, layer: Layer): AppState {
  const { catalogue } = state;
  if (!catalogue) return state;
  const layers = [...catalogue.layers, layer];
  return showLayers({ ...state, catalogue: { ...catalogue, layers } }, [layer.id]);
}

/** The state without a temporary layer, its card or the answer that it had a part in. */
export function removeTemporary(state: AppState, id: string): AppState {
  const { catalogue, asked, draft } = state;
  if (!catalogue) return state;
  const layers = catalogue.layers.filter((layer) => layer.id !== id);
  const { [id]: _status, ...layerStatus } = state.layerStatus;
  const uses = (question: AppState['asked']) => question && layersOf(question).includes(id);
  const isInCard =
    state.card.kind === 'open' && state.card.features.some(({ layer }) => layer === id);
  let next: AppState = {
    ...state,
    catalogue: { ...catalogue, layers },
    shown: state.shown.filter((layer) => layer.id !== id),
    layerStatus,
    ...(uses(draft) && { draft: null }),
  };
  if (uses(asked)) next = clearAnswer(next);
  return isInCard || state.selection?.layer === id ? closeCard(next) : next;
}

/** The state with a layer of its catalogue drawn and called otherwise. */
export function describeTemporary(
  state: AppState,
  id: string,
  described: { title?: string; style?: LayerStyle },
): AppState {
  const { catalogue } = state;
  if (!catalogue) return state;
  const layers = catalogue.layers.map((layer) =>
    layer.id === id && layer.isTemporary ? { ...layer, ...described } : layer,
  );
  return { ...state, catalogue: { ...catalogue, layers } };
}
