import { CADASTRE_TABLES } from './cadastre.ts';
import { DOCUMENT_TABLES } from './cnig-plu/documents.ts';
import { DRESSING_TABLES } from './cnig-plu/dressing.ts';
import { INFORMATION_TABLES } from './cnig-plu/informations.ts';
import { PRESCRIPTION_TABLES } from './cnig-plu/prescriptions.ts';
import { SECTEUR_CC } from './cnig-plu/secteur-cc.ts';
import { ZONE_URBA } from './cnig-plu/zone-urba.ts';
import { PPR_TABLES } from './cnig-ppr/ppr.ts';
import { SUP_TABLES } from './cnig-sup/sup.ts';
import { COVADIS_PPR_TABLES } from './covadis-ppr/ppr.ts';
import { TRI_TABLES } from './covadis-tri/tri.ts';
import { CYCLE_FACILITIES } from './cycle-facilities.ts';
import { CYCLE_PARKING } from './cycle-parking.ts';
import { FRICHES } from './friches.ts';
import { ETABLISSEMENT } from './sites-economiques/etablissement.ts';
import { POLE_ECO } from './sites-economiques/pole-eco.ts';
import { SITE_ECO } from './sites-economiques/site-eco.ts';
import { TERRAIN_ECO } from './sites-economiques/terrain-eco.ts';
import type { TableSchema } from './table-schema.ts';

/** Every official schema that a table can be held against, the current version of each. */
export const SCHEMAS: readonly TableSchema[] = [
  ZONE_URBA,
  SECTEUR_CC,
  ...PRESCRIPTION_TABLES,
  ...INFORMATION_TABLES,
  ...DRESSING_TABLES,
  ...DOCUMENT_TABLES,
  ...SUP_TABLES,
  ...PPR_TABLES,
  ...COVADIS_PPR_TABLES,
  ...TRI_TABLES,
  FRICHES,
  POLE_ECO,
  SITE_ECO,
  TERRAIN_ECO,
  ETABLISSEMENT,
  CYCLE_FACILITIES,
  CYCLE_PARKING,
  ...CADASTRE_TABLES,
];
