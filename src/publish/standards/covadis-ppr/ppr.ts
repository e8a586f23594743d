import { COVADIS_REGULATION_TYPES, HAZARD_LEVELS } from '../../../domain/nomenclature/risks.ts';
import { filled, optional, required } from '../fields.ts';
import { COVADIS_REGULATION_STYLE, hazardStyle } from '../risk-styles.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';

/**
 * Géostandard COVADIS "Plan de prévention des risques" v2, which the CNIG's replaces but most published sets follow.
 * Columns and lengths as in published sets of PPRN; code lists as annex B of CNIG PPR 1.0.1 quotes them.
 */
const COVADIS_PPR = 'COVADIS PPR';

const GASPAR = filled('id_gaspar', 'Procédure GASPAR', {
  maxLength: 18,
  references: 'N_DOCUMENT_PPR.id_gaspar',
});
const ID_ZONE = filled('id_zone', 'Identifiant de la zone');
const ORIGIN: SchemaField[] = [
  required('srce_geom', 'Source du tracé', { maxLength: 100 }),
  required('srce_annee', 'Année de la source', { maxLength: 4 }),
];
const PRECISION = required('precision', 'Précision', { maxLength: 2 });
const RULE_FILE: SchemaField[] = [
  required('nomfic', 'Fichier', { maxLength: 80 }),
  required('urlfic', 'Lien', { maxLength: 254, form: 'url' }),
];
const HAZARD: SchemaField[] = [
  filled('coderisque', 'Code du risque', { maxLength: 7, pattern: '\\d{1,7}' }),
  filled('nomrisque', 'Risque', { maxLength: 150 }),
];
const LEVELS: SchemaField[] = [
  filled('nivalea', 'Niveau d’aléa du plan', { maxLength: 5 }),
  filled('nivalea_st', 'Niveau d’aléa', { maxLength: 2, codes: HAZARD_LEVELS }),
];
const YES_NO = { codes: { oui: 'oui', non: 'non' } };

/** Every table of a set that Arpent knows; others become layers without a schema. */
export const COVADIS_PPR_TABLES: TableSchema[] = [
  table('N_DOCUMENT_PPR', 'Documents', ['document', 'documents'], 'm', {
    geometry: 'any',
    naming: /^n_document_ppr[nmt]_/i,
    key: 'id_gaspar',
    titleField: 'nom',
    style: { symbol: { fill: '#ffffff', fillOpacity: 0.01, line: '#5c6670', lineWidth: 2 } },
    fields: [
      filled('id_gaspar', 'Procédure GASPAR', { maxLength: 18, unique: true }),
      filled('nom', 'Plan de prévention', { maxLength: 254 }),
      filled('etat', 'État', {
        maxLength: 2,
        codes: {
          '01': 'prescrit',
          '02': 'approuvé',
          '03': 'abrogé',
          '04': 'appliqué par anticipation',
        },
      }),
      optional('dateappro', 'Date d’approbation', { type: 'date' }),
      optional('datefinval', 'Fin de validité', { type: 'date' }),
      optional('multi_risq', 'Plusieurs risques', YES_NO),
      optional('coderisque', 'Code du risque'),
      optional('nomrisque', 'Risque'),
      optional('site_web', 'Site', { form: 'url' }),
      optional('uri_gaspar', 'Fiche GASPAR', { form: 'url' }),
    ],
  }),
  table('N_PERIMETRE_PPR', 'Périmètres', ['périmètre', 'périmètres'], 'm', {
    geometry: 'polygon',
    naming: /^n_perimetre_ppr[nmt]_/i,
    titleField: 'libelle',
    style: {
      symbol: { fill: '#ffffff', fillOpacity: 0.01, line: '#5c6670', lineWidth: 2, dash: [6, 3] },
    },
    fields: [
      GASPAR,
      required('libelle', 'Libellé', { maxLength: 100 }),
      filled('type', 'Type de périmètre', {
        maxLength: 2,
        codes: {
          '01': 'périmètre prescrit',
          '02': 'périmètre d’exposition aux risques',
          '03': 'périmètre d’étude',
        },
      }),
      required('datevalid', 'Date de validité', { type: 'date' }),
      required('datefinval', 'Fin de validité', { type: 'date' }),
      ...ORIGIN,
    ],
  }),
  table('N_ZONE_REG_PPR', 'Zonage réglementaire', ['zone réglementée', 'zones réglementées'], 'f', {
    geometry: 'any',
    naming: /^n_zone_reg_ppr[nmt]_/i,
    signature: ['id_zone', 'id_gaspar', 'codezone', 'typereg'],
    key: 'id_zone',
    titleField: 'nom',
    style: COVADIS_REGULATION_STYLE,
    fields: [
      ID_ZONE,
      GASPAR,
      filled('nom', 'Nom de la zone', { maxLength: 254 }),
      filled('codezone', 'Code de la zone', {
        maxLength: 50,
        description: 'Code du règlement du plan.',
      }),
      filled('typereg', 'Type de règlement', { maxLength: 2, codes: COVADIS_REGULATION_TYPES }),
      required('soumisalea', 'Soumise à l’aléa', { maxLength: 3, ...YES_NO }),
      ...RULE_FILE,
      ...ORIGIN,
      PRECISION,
    ],
  }),
  table('N_ZONE_ALEA_PPR', 'Zones d’aléa', ['zone d’aléa', 'zones d’aléa'], 'f', {
    geometry: 'polygon',
    naming: /^n_zone_alea_ppr[nmt]_/i,
    signature: ['id_zone', 'id_gaspar', 'coderisque', 'nivalea'],
    key: 'id_zone',
    titleField: 'nomrisque',
    style: hazardStyle('nivalea_st'),
    fields: [
      ID_ZONE,
      GASPAR,
      required('descript', 'Description', { maxLength: 100 }),
      ...HAZARD,
      required('multi_alea', 'Plusieurs aléas', { maxLength: 3, ...YES_NO }),
      ...LEVELS,
      ...ORIGIN,
      PRECISION,
      required('titrecarte', 'Carte', { maxLength: 100 }),
      required('datecarte', 'Date de la carte', { type: 'date' }),
      required('typecarte', 'Type de carte', { maxLength: 50 }),
      ...RULE_FILE,
    ],
  }),
  table('N_MULTIALEA_PPR', 'Aléas multiples', ['aléa', 'aléas'], 'm', {
    geometry: null,
    naming: /^n_multialea_ppr[nmt]_/i,
    fields: [
      filled('id', 'Identifiant', { unique: true }),
      { ...ID_ZONE, references: 'N_ZONE_ALEA_PPR.id_zone' },
      ...HAZARD,
      ...LEVELS,
    ],
  }),
];

function table(
  name: string,
  title: string,
  noun: [string, string],
  gender: 'm' | 'f',
  more: Omit<TableSchema, 'id' | 'standard' | 'table' | 'title' | 'noun' | 'gender'>,
): TableSchema {
  const id = `covadis-ppr/2/${name.toLowerCase()}`;
  return { id, standard: COVADIS_PPR, table: name, title, noun, gender, ...more };
}
