import type { BuildLayer } from '../../demo-layer.ts';

/** Layers of the theme `services`, in the order of the catalogue: id → builder. */
export const SERVICES_LAYERS: Record<string, BuildLayer> = {};
