import type { BuildLayer } from '../../demo-layer.ts';
import { buildAds } from './ads.ts';
import { buildCentralites } from './centralites.ts';
import { buildDemandesPlu } from './demandes-plu.ts';
import { buildPrescriptionLin } from './prescription-lin.ts';
import { buildPrescriptionPct } from './prescription-pct.ts';
import { buildPrescriptionSurf } from './prescription-surf.ts';
import { buildProceduresPlu } from './procedures-plu.ts';
import { buildScenarios } from './scenarios.ts';
import { buildZoneUrba } from './zone-urba.ts';

/** Layers of the theme `urbanisme`, in the order of the catalogue: id → builder. */
export const URBANISME_LAYERS: Record<string, BuildLayer> = {
  zone_urba: buildZoneUrba,
  prescription_surf: buildPrescriptionSurf,
  prescription_lin: buildPrescriptionLin,
  prescription_pct: buildPrescriptionPct,
  procedures_plu: buildProceduresPlu,
  ads: buildAds,
  centralites: buildCentralites,
  demandes_plu: buildDemandesPlu,
  scenarios: buildScenarios,
};
