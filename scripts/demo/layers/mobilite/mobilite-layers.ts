import type { BuildLayer } from '../../demo-layer.ts';
import { buildAiresCovoiturage } from './aires-covoiturage.ts';
import { buildArretsBus } from './arrets-bus.ts';
import { buildBornesIrve } from './bornes-irve.ts';
import { buildCoupures } from './coupures.ts';
import { buildEchangeurs } from './echangeurs.ts';
import { buildEurovelo5 } from './eurovelo5.ts';
import { buildGares } from './gares.ts';
import { buildHaltesFluviales } from './haltes-fluviales.ts';
import { buildItinerairesCyclables } from './itineraires-cyclables.ts';
import { buildJalonnement } from './jalonnement.ts';
import { buildMobiliteSolidaire } from './mobilite-solidaire.ts';
import { buildParkings } from './parkings.ts';
import { buildPolesGare } from './poles-gare.ts';
import { buildSentiers } from './sentiers.ts';
import { buildStationnementCyclable } from './stationnement-cyclable.ts';
import { buildStationsMobilite } from './stations-mobilite.ts';
import { buildTravaux } from './travaux.ts';
import { buildVoiesVertes } from './voies-vertes.ts';
import { buildVoirieCommunautaire } from './voirie-communautaire.ts';

/** Layers of the theme `mobilite`, in the order of the catalogue: id → builder. */
export const MOBILITE_LAYERS: Record<string, BuildLayer> = {
  itineraires_cyclables: buildItinerairesCyclables,
  eurovelo5: buildEurovelo5,
  voies_vertes: buildVoiesVertes,
  jalonnement: buildJalonnement,
  stationnement_cyclable: buildStationnementCyclable,
  coupures: buildCoupures,
  gares: buildGares,
  poles_gare: buildPolesGare,
  arrets_bus: buildArretsBus,
  aires_covoiturage: buildAiresCovoiturage,
  stations_mobilite: buildStationsMobilite,
  bornes_irve: buildBornesIrve,
  parkings: buildParkings,
  voirie_communautaire: buildVoirieCommunautaire,
  travaux: buildTravaux,
  echangeurs: buildEchangeurs,
  sentiers: buildSentiers,
  haltes_fluviales: buildHaltesFluviales,
  mobilite_solidaire: buildMobiliteSolidaire,
};
