import type { BuildLayer } from '../../demo-layer.ts';
import { buildBatiments } from './batiments.ts';
import { buildCarreaux200m } from './carreaux-200m.ts';
import { buildCommunes } from './communes.ts';
import { buildParcelles } from './parcelles.ts';

/** Layers of the theme `limites`, in the order of the catalogue: id → builder. */
export const LIMITES_LAYERS: Record<string, BuildLayer> = {
  communes: buildCommunes,
  parcelles: buildParcelles,
  batiments: buildBatiments,
  carreaux_200m: buildCarreaux200m,
};
