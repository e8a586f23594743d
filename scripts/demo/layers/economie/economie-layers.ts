import type { BuildLayer } from '../../demo-layer.ts';
import { buildArtisans } from './artisans.ts';
import { buildImplantations } from './implantations.ts';
import { buildLocauxCommerciaux } from './locaux-commerciaux.ts';
import { buildPepinieres } from './pepinieres.ts';
import { buildZae } from './zae.ts';
import { buildZaeLots } from './zae-lots.ts';

/** Layers of the theme `economie`, in the order of the catalogue: id → builder. */
export const ECONOMIE_LAYERS: Record<string, BuildLayer> = {
  zae: buildZae,
  zae_lots: buildZaeLots,
  implantations: buildImplantations,
  pepinieres: buildPepinieres,
  locaux_commerciaux: buildLocauxCommerciaux,
  artisans: buildArtisans,
};
