import type { BuildLayer } from '../../demo-layer.ts';
import { buildCaptages } from './captages.ts';
import { buildDeversoirs } from './deversoirs.ts';
import { buildEauxRousses } from './eaux-rousses.ts';
import { buildPerimetresCaptage } from './perimetres-captage.ts';
import { buildReseauEau } from './reseau-eau.ts';
import { buildReservoirs } from './reservoirs.ts';
import { buildSpanc } from './spanc.ts';
import { buildStationsEpuration } from './stations-epuration.ts';
import { buildStationsTraitement } from './stations-traitement.ts';
import { buildUnitesDistribution } from './unites-distribution.ts';
import { buildZonageAnc } from './zonage-anc.ts';

/** Layers of the theme `eau`, in the order of the catalogue: id → builder. */
export const EAU_LAYERS: Record<string, BuildLayer> = {
  captages: buildCaptages,
  perimetres_captage: buildPerimetresCaptage,
  stations_traitement: buildStationsTraitement,
  reservoirs: buildReservoirs,
  unites_distribution: buildUnitesDistribution,
  eaux_rousses: buildEauxRousses,
  reseau_eau: buildReseauEau,
  stations_epuration: buildStationsEpuration,
  deversoirs: buildDeversoirs,
  zonage_anc: buildZonageAnc,
  spanc: buildSpanc,
};
