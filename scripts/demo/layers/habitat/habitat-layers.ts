import type { BuildLayer } from '../../demo-layer.ts';
import { buildActionsQpv } from './actions-qpv.ts';
import { buildAiresGensVoyage } from './aires-gens-voyage.ts';
import { buildBassinsDeVie } from './bassins-de-vie.ts';
import { buildCitesErbm } from './cites-erbm.ts';
import { buildLogementsCommunes } from './logements-communes.ts';
import { buildNpnru } from './npnru.ts';
import { buildOpahRu } from './opah-ru.ts';
import { buildPermisDeLouer } from './permis-de-louer.ts';
import { buildQic, buildQpv } from './quarter-layers.ts';

/** Layers of the theme `habitat`, in the order of the catalogue: id → builder. */
export const HABITAT_LAYERS: Record<string, BuildLayer> = {
  qpv: buildQpv,
  qic: buildQic,
  permis_de_louer: buildPermisDeLouer,
  opah_ru: buildOpahRu,
  cites_erbm: buildCitesErbm,
  npnru: buildNpnru,
  logements_communes: buildLogementsCommunes,
  aires_gens_voyage: buildAiresGensVoyage,
  actions_qpv: buildActionsQpv,
  bassins_de_vie: buildBassinsDeVie,
};
