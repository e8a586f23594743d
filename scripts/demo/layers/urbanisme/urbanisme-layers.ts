import type { BuildLayer } from '../../demo-layer.ts';
import { buildZoneUrba } from './zone-urba.ts';

/** Layers of the theme `urbanisme`, in the order of the catalogue: id → builder. */
export const URBANISME_LAYERS: Record<string, BuildLayer> = {
  zone_urba: buildZoneUrba,
};
