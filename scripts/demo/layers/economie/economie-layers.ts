import type { BuildLayer } from '../../demo-layer.ts';
import { buildZae } from './zae.ts';

/** Layers of the theme `economie`, in the order of the catalogue: id → builder. */
export const ECONOMIE_LAYERS: Record<string, BuildLayer> = {
  zae: buildZae,
};
