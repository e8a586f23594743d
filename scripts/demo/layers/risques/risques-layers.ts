import type { BuildLayer } from '../../demo-layer.ts';
import { buildCoursEau } from './cours-eau.ts';
import { buildPpr } from './ppr.ts';

/** Layers of the theme `risques`, in the order of the catalogue: id → builder. */
export const RISQUES_LAYERS: Record<string, BuildLayer> = {
  ppr: buildPpr,
  cours_eau: buildCoursEau,
};
