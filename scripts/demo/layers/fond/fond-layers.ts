import type { BuildLayer } from '../../demo-layer.ts';
import { buildOccupationSol } from './occupation-sol.ts';
import { buildVoiesFerrees } from './voies-ferrees.ts';
import { buildVoirie } from './voirie.ts';

/** Layers of the theme `fond`, in the order of the catalogue: id → builder. */
export const FOND_LAYERS: Record<string, BuildLayer> = {
  voirie: buildVoirie,
  voies_ferrees: buildVoiesFerrees,
  occupation_sol: buildOccupationSol,
};
