import type { BuildLayer } from '../../demo-layer.ts';
import { buildConsoEspace } from './conso-espace.ts';
import { buildFriches } from './friches.ts';
import { buildMutationsFoncieres } from './mutations-foncieres.ts';
import { buildParcellesAgricoles } from './parcelles-agricoles.ts';

/** Layers of the theme `foncier`, in the order of the catalogue: id → builder. */
export const FONCIER_LAYERS: Record<string, BuildLayer> = {
  friches: buildFriches,
  parcelles_agricoles: buildParcellesAgricoles,
  mutations_foncieres: buildMutationsFoncieres,
  conso_espace: buildConsoEspace,
};
