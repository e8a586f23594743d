/** `typereglement` of zonereglementaireurba: CNIG PPR 1.0.1. */
export const REGULATION_TYPES: Record<string, string> = {
  '01': 'prescriptions hors zone d’aléa',
  '02': 'prescriptions',
  '03': 'interdiction',
  '04': 'interdiction stricte',
  '05': 'recommandations',
  '06': 'zones grisées',
  '07': 'zones d’aléa exceptionnel',
};

/** `typereglement` of zonereglementairefoncier: CNIG PPR 1.0.1. */
export const LAND_REGULATION_TYPES: Record<string, string> = {
  '01': 'délaissement possible',
  '02': 'expropriation possible',
};

/** TYPEREG of COVADIS PPR: its 05 and 06 are not those of the CNIG, which made a table of them. */
export const COVADIS_REGULATION_TYPES: Record<string, string> = {
  '01': 'prescriptions hors zone d’aléa',
  '02': 'prescriptions',
  '03': 'interdiction',
  '04': 'interdiction stricte',
  '05': 'délaissement possible',
  '06': 'expropriation possible',
};

/** `niveaualea`: CNIG PPR 1.0.1. */
export const HAZARD_LEVELS: Record<string, string> = {
  '00': 'nul ou négligeable',
  '01': 'faible',
  '02': 'moyen ou modéré',
  '03': 'moyen plus',
  '04': 'fort',
  '05': 'fort plus',
  '06': 'très fort ou majeur',
  '07': 'très fort plus ou aggravé',
  '99': 'autre',
};

/** `typesuralea`: what makes a zone dangerous beyond its hazard, CNIG PPR 1.0.1. */
export const EXTRA_HAZARD_TYPES: Record<string, string> = {
  '01': 'bande de précaution',
  '02': 'bande particulière',
  '03': 'chocs de vagues',
  '04': 'projection de matériaux',
  '99': 'autre',
};

/** `etatprocedure`: CNIG PPR 1.0.1. */
export const PROCEDURE_STATES: Record<string, string> = {
  DEB_PRG: 'programmée',
  DEB_MTG: 'montage engagé',
  PRESCRIT: 'prescrite',
  PAC: 'portée à connaissance',
  PROROGE: 'prorogée',
  ANTICIPE: 'appliquée par anticipation',
  APPROUVE: 'approuvée',
  ANNULE: 'annulée',
  ABROGE: 'abrogée',
};

/** `typeprocedure`: CNIG PPR 1.0.1. */
export const PROCEDURE_TYPES: Record<string, string> = {
  PPRN: 'plan de prévention des risques naturels',
  'PPRN-I': 'PPRN inondation',
  'PPRN-L': 'PPRN littoral',
  'PPRN-Mvt': 'PPRN mouvement de terrain',
  'PPRN-Multi': 'PPRN multirisque',
  'PPRN-S': 'PPRN séisme',
  'PPRN-Av': 'PPRN avalanche',
  'PPRN-Ev': 'PPRN éruption volcanique',
  'PPRN-If': 'PPRN incendie de forêt',
  'PPRN-Cy': 'PPRN cyclone',
  'PPRN-Rad': 'PPRN radon',
  PPRT: 'plan de prévention des risques technologiques',
};

/** `typereference`: what an address leads to, CNIG PPR 1.0.1. */
export const REFERENCE_TYPES: Record<string, string> = {
  '01': 'règlement approuvé',
  '02': 'règlement non approuvé',
  '03': 'zonage approuvé',
  '04': 'zonage non approuvé',
  '05': 'cartes approuvées',
  '06': 'autres cartes',
  '99': 'autre',
};

/** `typeouvrageprotecteur`: CNIG PPR 1.0.1; its 112 is no hazard. */
export const PROTECTION_TYPES: Record<string, string> = {
  '1': 'ouvrage pouvant influer sur les inondations',
  '11': 'ouvrage de protection contre les inondations',
  '111': 'élément d’un système d’endiguement',
  '112': 'aménagement hydraulique',
  '119': 'autre ouvrage de protection',
  '12': 'ouvrage qui influe sur les écoulements sans protéger',
};

/** `refexterne`: base that an outer identifier belongs to, CNIG PPR 1.0.1. */
export const OUTER_BASES: Record<string, string> = {
  '01': 'référentiel des obstacles à l’écoulement (ROE)',
  '02': 'SIOUH II',
  '99': 'autre',
};

/** `typ_inond`: kinds of flood of the flood directive, COVADIS 2018. */
export const FLOOD_TYPES: Record<string, string> = {
  '01': 'débordement de cours d’eau',
  '02': 'ruissellement',
  '03': 'submersion marine',
  '04': 'remontée de nappe',
};

/** `scenario` of the flood directive, COVADIS 2018; `cc`: with climate change, `ct` short term, `100` at a hundred years. */
export const FLOOD_SCENARIOS: Record<string, string> = {
  '01For': 'crue fréquente (forte probabilité)',
  '01Forcc_ct': 'crue fréquente, changement climatique à court terme',
  '01Forcc_100': 'crue fréquente, changement climatique à 100 ans',
  '02Moy': 'crue moyenne (probabilité moyenne)',
  '03Mcc': 'crue moyenne avec changement climatique',
  '03Mcc_ct': 'crue moyenne, changement climatique à court terme',
  '04Fai': 'crue extrême (faible probabilité)',
  '04Faicc_ct': 'crue extrême, changement climatique à court terme',
  '04Fai_100': 'crue extrême, changement climatique à 100 ans',
};
