import type { BuildLayer } from '../../demo-layer.ts';
import { buildAggloMobile } from './agglo-mobile.ts';
import { buildAntennesCsipa } from './antennes-csipa.ts';
import { buildArcheologie } from './archeologie.ts';
import { buildComptesPortail } from './comptes-portail.ts';
import { buildEquipements } from './equipements.ts';
import { buildMarches } from './marches.ts';
import { buildRelaisPetiteEnfance } from './relais-petite-enfance.ts';
import { buildVillagesPatrimoine } from './villages-patrimoine.ts';

/** Layers of the theme `services`, in the order of the catalogue: id → builder. */
export const SERVICES_LAYERS: Record<string, BuildLayer> = {
  equipements: buildEquipements,
  antennes_csipa: buildAntennesCsipa,
  marches: buildMarches,
  agglo_mobile: buildAggloMobile,
  relais_petite_enfance: buildRelaisPetiteEnfance,
  villages_patrimoine: buildVillagesPatrimoine,
  archeologie: buildArcheologie,
  comptes_portail: buildComptesPortail,
};
