import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { PrintSource } from '../../map/print-source.ts';
import type { PrintRequest } from '../../paper/print-request.ts';
import type { AppState } from '../../state/app-state.ts';
import { imprimer } from '../strings/imprimer.ts';
import { chosenTitle, foundTitle } from './map-title.ts';
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
