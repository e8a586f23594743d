import type { BuildLayer } from '../../demo-layer.ts';
import { buildCep } from './cep.ts';
import { buildColonnesVerre } from './colonnes-verre.ts';
import { buildComposteurs } from './composteurs.ts';
import { buildDecheteries } from './decheteries.ts';
import { buildInstallationsEnr } from './installations-enr.ts';
import { buildPointsApportVolontaire } from './points-apport-volontaire.ts';
import { buildPointsReparation } from './points-reparation.ts';
import { buildPolesConsommation } from './poles-consommation.ts';
import { buildReseauxChaleur } from './reseaux-chaleur.ts';
import { buildToitsPublics } from './toits-publics.ts';
import { buildTournees } from './tournees.ts';
import { buildZaer } from './zaer.ts';

/** Layers of the theme `energie`, in the order of the catalogue: id → builder. */
export const ENERGIE_LAYERS: Record<string, BuildLayer> = {
  decheteries: buildDecheteries,
  colonnes_verre: buildColonnesVerre,
  points_apport_volontaire: buildPointsApportVolontaire,
  tournees: buildTournees,
  composteurs: buildComposteurs,
  points_reparation: buildPointsReparation,
  cep: buildCep,
  toits_publics: buildToitsPublics,
  installations_enr: buildInstallationsEnr,
  zaer: buildZaer,
  reseaux_chaleur: buildReseauxChaleur,
  poles_consommation: buildPolesConsommation,
};
