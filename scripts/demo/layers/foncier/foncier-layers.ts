import type { BuildLayer } from '../../demo-layer.ts';
import { buildFriches } from './friches.ts';

/** Layers of the theme `foncier`, in the order of the catalogue: id → builder. */
export const FONCIER_LAYERS: Record<string, BuildLayer> = {
  friches: buildFriches,
};
