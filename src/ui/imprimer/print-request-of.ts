import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { PrintSource } from '../../map/print-source.ts';
import type { PrintRequest } from '../../paper/print-request.ts';
import type { AppState } from '../../state/app-state.ts';
import { cardTitle } from '../card/card-lines.ts';
import { fr } from '../strings/fr.ts';
import { imprimer } from '../strings/imprimer.ts';
import type { PrintWish } from './print-wish.ts';

/** What the reader's wish asks of the printer, for what the map shows. */
export function printRequestOf(
  wish: PrintWish,
  scale: number,
  source: PrintSource,
  catalogue: Catalogue,
  state: AppState,
): PrintRequest {
  const { paper, orientation, centre, title, subtitle, parts } = wish;
  return {
    territory: catalogue.territory,
    communes: catalogue.layers.find(({ id }) => id === COMMUNE_LAYER) ?? null,
    paper,
    orientation,
    centre,
    scale,
    title: title.trim() || imprimer.untitled,
    subtitle: subtitle.trim(),
    day: new Date().toLocaleDateString('sv'),
    layers: source.layers,
    extras: source.highlights.map(({ kind, geometry }) => ({
      kind: kind === 'found' ? 'answer' : 'chosen',
      geometry,
      title: kind === 'found' ? foundTitle(state) : imprimer.chosen(chosenTitle(state)),
    })),
    notes: source.notes,
    parts,
    absent: source.isComparing ? [imprimer.comparing] : [],
  };
}

/** What a sheet is called until the reader says otherwise: the answer, the chosen feature, or the layers on top. */
export function defaultTitle(state: AppState): string {
  const { catalogue, shown, answer, selection } = state;
  if (answer.kind === 'ready') return foundTitle(state);
  if (selection && chosenTitle(state)) return chosenTitle(state);
  const titles = shown.flatMap(
    ({ id }) => catalogue?.layers.filter((l) => l.id === id && !l.base).map((l) => l.title) ?? [],
  );
  return titles.slice(0, TITLE_LAYERS).join(', ') || imprimer.untitled;
}

function foundTitle({ catalogue, answer }: AppState): string {
  if (answer.kind !== 'ready') return imprimer.found;
  const { question, count, outOf } = answer.answer;
  const layer = catalogue?.layers.find(({ id }) => id === question.target);
  return layer ? fr.answer.count(count, outOf, layer.noun) : imprimer.found;
}

function chosenTitle({ catalogue, card, selection }: AppState): string {
  if (card.kind !== 'open' || !selection) return '';
  const feature = card.features.find(
    ({ layer, key }) => layer === selection.layer && key === selection.key,
  );
  const layer = catalogue?.layers.find(({ id }) => id === selection.layer);
  return feature && layer ? cardTitle(feature, layer) : '';
}

const TITLE_LAYERS = 2;
