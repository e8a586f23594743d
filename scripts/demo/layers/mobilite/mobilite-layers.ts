import type { BuildLayer } from '../../demo-layer.ts';
import { buildGares } from './gares.ts';
import { buildItinerairesCyclables } from './itineraires-cyclables.ts';

/** Layers of the theme `mobilite`, in the order of the catalogue: id → builder. */
export const MOBILITE_LAYERS: Record<string, BuildLayer> = {
  itineraires_cyclables: buildItinerairesCyclables,
  gares: buildGares,
};
