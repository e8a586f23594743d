import type { BuildLayer } from '../../demo-layer.ts';
import { buildAleaInondation } from './alea-inondation.ts';
import { buildBassinsVersants } from './bassins-versants.ts';
import { buildCoursEau } from './cours-eau.ts';
import { buildCrue2023 } from './crue-2023.ts';
import { buildDigues, buildZonesProtegees } from './digues.ts';
import { buildSupSurinondation, buildZonesExpansion } from './emprises.ts';
import { buildFosses } from './fosses.ts';
import { buildInstruments } from './instruments.ts';
import { buildLieuxRefuge } from './lieux-refuge.ts';
import { buildOuvragesGemapi } from './ouvrages-gemapi.ts';
import { buildPpr } from './ppr.ts';

/** Layers of the theme `risques`, in the order of the catalogue: id → builder. */
export const RISQUES_LAYERS: Record<string, BuildLayer> = {
  ppr: buildPpr,
  alea_inondation: buildAleaInondation,
  crue_2023: buildCrue2023,
  cours_eau: buildCoursEau,
  bassins_versants: buildBassinsVersants,
  ouvrages_gemapi: buildOuvragesGemapi,
  zones_expansion: buildZonesExpansion,
  sup_surinondation: buildSupSurinondation,
  digues: buildDigues,
  zones_protegees: buildZonesProtegees,
  fosses: buildFosses,
  instruments: buildInstruments,
  lieux_refuge: buildLieuxRefuge,
};
