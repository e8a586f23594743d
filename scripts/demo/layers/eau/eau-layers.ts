import type { BuildLayer } from '../../demo-layer.ts';

/** Layers of the theme `eau`, in the order of the catalogue: id → builder. */
export const EAU_LAYERS: Record<string, BuildLayer> = {};
