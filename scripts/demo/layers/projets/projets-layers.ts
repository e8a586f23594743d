import type { BuildLayer } from '../../demo-layer.ts';
import { buildProjets } from './projets.ts';

/** Layers of the theme `projets`, in the order of the catalogue: id → builder. */
export const PROJETS_LAYERS: Record<string, BuildLayer> = {
  projets: buildProjets,
};
