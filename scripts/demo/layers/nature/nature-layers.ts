import type { BuildLayer } from '../../demo-layer.ts';

/** Layers of the theme `nature`, in the order of the catalogue: id → builder. */
export const NATURE_LAYERS: Record<string, BuildLayer> = {};
