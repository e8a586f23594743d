import type { BuildLayer } from '../../demo-layer.ts';

/** Layers of the theme `habitat`, in the order of the catalogue: id → builder. */
export const HABITAT_LAYERS: Record<string, BuildLayer> = {};
