import type { BuildLayer } from '../../demo-layer.ts';
import { buildCompensation } from './compensation.ts';
import { buildCorridors } from './corridors.ts';
import { buildEspacesNaturels } from './espaces-naturels.ts';
import { buildPlanPaysage } from './plan-paysage.ts';
import { buildRestauration } from './restauration.ts';

/** Layers of the theme `nature`, in the order of the catalogue: id → builder. */
export const NATURE_LAYERS: Record<string, BuildLayer> = {
  espaces_naturels: buildEspacesNaturels,
  corridors: buildCorridors,
  compensation: buildCompensation,
  restauration: buildRestauration,
  plan_paysage: buildPlanPaysage,
};
