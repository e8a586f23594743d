import type { AppState } from '../../state/app-state.ts';
import { cardTitle } from '../card/card-lines.ts';
import { lowerFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { joinList } from '../strings/grammar.ts';
import { imprimer } from '../strings/imprimer.ts';

/**
 * What the map is called until the reader says otherwise: the answer, the chosen feature, or the layers that are seen, topmost first.
 * Those that stand on every map, base layers and the ones shown by default, are named where nothing else is.
 */
export function mapTitle(state: AppState): string {
  const { catalogue, shown, answer, selection } = state;
  if (answer.kind === 'ready') return foundTitle(state);
  if (selection && chosenTitle(state)) return chosenTitle(state);
  const seen = shown.flatMap(({ id, opacity }) => {
    const layer = opacity > 0 && catalogue?.layers.find((own) => own.id === id);
    return layer && !layer.base ? [layer] : [];
  });
  const chosen = seen.filter(({ defaultVisible }) => !defaultVisible);
  const [first, ...others] = (chosen.length > 0 ? chosen : seen).map(({ title }) => title);
  if (first === undefined) return imprimer.untitled;
  const rest = others.length < TITLE_LAYERS ? others : others.slice(0, TITLE_LAYERS - 2);
  const more = others.length - rest.length;
  const names = [first, ...rest.map(lowerFirst), ...(more > 0 ? [imprimer.moreLayers(more)] : [])];
  return joinList(names, 'et');
}

/** What the answer on the map is called. */
export function foundTitle({ catalogue, answer }: AppState): string {
  if (answer.kind !== 'ready') return imprimer.found;
  const { question, count, outOf } = answer.answer;
  const layer = catalogue?.layers.find(({ id }) => id === question.target);
  return layer ? fr.answer.count(count, outOf, layer.noun) : imprimer.found;
}

/** The name of the feature whose card is open; empty where there is none. */
export function chosenTitle({ catalogue, card, selection }: AppState): string {
  if (card.kind !== 'open' || !selection) return '';
  const feature = card.features.find(
    ({ layer, key }) => layer === selection.layer && key === selection.key,
  );
  const layer = catalogue?.layers.find(({ id }) => id === selection.layer);
  return feature && layer ? cardTitle(feature, layer) : '';
}

/** Most layers that a title names; of more it names two, and says how many others there are. */
const TITLE_LAYERS = 3;
