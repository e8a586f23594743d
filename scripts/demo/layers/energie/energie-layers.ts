import type { BuildLayer } from '../../demo-layer.ts';

/** Layers of the theme `energie`, in the order of the catalogue: id → builder. */
export const ENERGIE_LAYERS: Record<string, BuildLayer> = {};
