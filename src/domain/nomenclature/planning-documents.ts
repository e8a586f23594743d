/** TYPEDOC: kinds of planning document, CNIG PLU v2024 rev. 2025-06, table DOC_URBA. */
export const DOCUMENT_TYPES: Record<string, string> = {
  PLU: 'plan local d’urbanisme',
  PLUI: 'plan local d’urbanisme intercommunal',
  POS: 'plan d’occupation des sols',
  PSMV: 'plan de sauvegarde et de mise en valeur',
  SCOT: 'schéma de cohérence territoriale',
  CC: 'carte communale',
};

/** ETAT: where a planning document stands, same table. */
export const DOCUMENT_STATES: Record<string, string> = {
  '01': 'en cours de procédure',
  '02': 'arrêté',
  '03': 'opposable',
  '04': 'annulé',
  '05': 'remplacé',
  '06': 'abrogé',
  '07': 'approuvé, pas encore opposable',
  '08': 'partiellement annulé',
  '09': 'caduc',
};

/** TYPEREF: cadastral base that a document was drawn on, same table. */
export const BASE_TYPES: Record<string, string> = {
  '01': 'plan cadastral informatisé (PCI)',
  '02': 'BD Parcellaire',
  '03': 'représentation parcellaire cadastrale unique (RPCU)',
  '04': 'référentiel local',
  '05': 'orthophotographie et cadastre',
};
