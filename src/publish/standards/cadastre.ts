import type { LayerStyle } from '../../domain/layer.ts';
import { advised, filled, optional } from './fields.ts';
import type { SchemaField, TableSchema } from './table-schema.ts';

const STANDARD = 'Cadastre Etalab';
const COMMUNE = advised('commune', 'Commune', { form: 'insee', description: 'Code INSEE.' });
const PREFIX = advised('prefixe', 'Préfixe', { pattern: '\\d{3}' });
const CONTENANCE = advised('contenance', 'Contenance cadastrale', {
  type: 'integer',
  unit: 'm²',
  min: 0,
  description: 'Surface fiscale ; elle diffère de la surface mesurée sur le plan.',
});
const DATES: SchemaField[] = [
  optional('created', 'Créée le', { type: 'date' }),
  optional('updated', 'Mise à jour le', { type: 'date' }),
];
const THIN: LayerStyle = {
  symbol: { fill: '#ffffff', fillOpacity: 0.01, line: '#8d8175', lineWidth: 0.6 },
};

/**
 * Layers of the cadastre as Etalab publishes it (cadastre.data.gouv.fr): sections and numbers lose their zeros there, and only
 * `id` is safe. A parcel's is INSEE code, prefix, section and number: 14 characters. Also the parcels of the IGN's Parcellaire
 * Express, whose `idu` is the same, as its downloads and its API Carto have them (the `id` of the latter is the service's own).
 */
export const CADASTRE_TABLES: TableSchema[] = [
  {
    id: 'cadastre/parcelles',
    standard: STANDARD,
    table: 'parcelles',
    title: 'Parcelles cadastrales',
    noun: ['parcelle', 'parcelles'],
    gender: 'f',
    geometry: 'polygon',
    signature: ['id', 'section', 'numero'],
    key: 'id',
    titleField: 'id',
    style: { ...THIN, labelField: 'numero', labelMinZoom: 17 },
    fields: [
      filled('id', 'Identifiant', {
        form: 'idu',
        unique: true,
        description: '14 caractères : code INSEE, préfixe, section, numéro.',
      }),
      COMMUNE,
      PREFIX,
      filled('section', 'Section', { pattern: '[0-9A-Z]{1,2}' }),
      filled('numero', 'Numéro', { pattern: '\\d{1,4}' }),
      CONTENANCE,
      optional('arpente', 'Arpentée', { type: 'boolean' }),
      ...DATES,
    ],
  },
  {
    id: 'cadastre/parcelles-ign',
    standard: 'Parcellaire Express IGN',
    table: 'parcelle',
    title: 'Parcelles cadastrales',
    noun: ['parcelle', 'parcelles'],
    gender: 'f',
    geometry: 'polygon',
    signature: ['idu', 'section', 'numero', 'feuille'],
    key: 'idu',
    titleField: 'idu',
    style: { ...THIN, labelField: 'numero', labelMinZoom: 17 },
    fields: [
      filled('idu', 'Identifiant', {
        form: 'idu',
        unique: true,
        description: '14 caractères : code INSEE, préfixe, section, numéro.',
      }),
      filled('numero', 'Numéro', { pattern: '\\d{4}' }),
      optional('feuille', 'Feuille', { type: 'integer' }),
      filled('section', 'Section', { pattern: '[0-9A-Z]{2}' }),
      advised('code_dep', 'Département'),
      advised('nom_com', 'Nom de la commune'),
      advised('code_com', 'Code de la commune dans le département', { pattern: '\\d{3}' }),
      advised('com_abs', 'Préfixe', { pattern: '\\d{3}', description: 'Commune absorbée.' }),
      advised('code_arr', 'Arrondissement municipal', { pattern: '\\d{3}' }),
      CONTENANCE,
      optional('code_insee', 'Commune', { form: 'insee', description: 'Code INSEE.' }),
    ],
  },
  {
    id: 'cadastre/sections',
    standard: STANDARD,
    table: 'sections',
    title: 'Sections cadastrales',
    noun: ['section', 'sections'],
    gender: 'f',
    geometry: 'polygon',
    signature: ['id', 'commune', 'prefixe', 'code'],
    key: 'id',
    titleField: 'code',
    style: { symbol: { ...THIN.symbol, lineWidth: 1.4, dash: [4, 2] }, labelField: 'code' },
    fields: [
      filled('id', 'Identifiant', { pattern: '[0-9AB]{5}\\d{3}[0-9A-Z]{2}', unique: true }),
      COMMUNE,
      PREFIX,
      filled('code', 'Section', { pattern: '[0-9A-Z]{1,2}' }),
      ...DATES,
    ],
  },
  {
    id: 'cadastre/batiments',
    standard: STANDARD,
    table: 'batiments',
    title: 'Bâtiments du cadastre',
    noun: ['bâtiment', 'bâtiments'],
    gender: 'm',
    geometry: 'polygon',
    signature: ['type', 'nom', 'commune', 'created', 'updated'],
    titleField: 'nom',
    style: {
      symbol: { fill: '#b8aea0', fillOpacity: 0.7, line: '#5b5148', lineWidth: 0.6 },
      field: 'type',
      classes: [
        {
          value: '01',
          label: 'Bâti dur',
          symbol: { fill: '#b8aea0', fillOpacity: 0.7, line: '#5b5148', lineWidth: 0.6 },
        },
        {
          value: '02',
          label: 'Bâti léger',
          symbol: {
            fill: '#d9d2c5',
            fillOpacity: 0.6,
            hatch: 'diagonal',
            line: '#5b5148',
            lineWidth: 0.6,
          },
        },
      ],
    },
    fields: [
      filled('type', 'Type', { codes: { '01': 'bâti dur', '02': 'bâti léger' } }),
      advised('nom', 'Nom'),
      COMMUNE,
      ...DATES,
    ],
  },
  {
    id: 'cadastre/communes',
    standard: STANDARD,
    table: 'communes',
    title: 'Communes du cadastre',
    noun: ['commune', 'communes'],
    gender: 'f',
    geometry: 'polygon',
    signature: ['id', 'nom', 'created', 'updated'],
    key: 'id',
    titleField: 'nom',
    style: { symbol: { ...THIN.symbol, lineWidth: 1.4, dash: [6, 2, 1, 2] }, labelField: 'nom' },
    fields: [
      filled('id', 'Code INSEE', { form: 'insee', unique: true }),
      filled('nom', 'Nom', { description: 'En capitales, sans accents.' }),
      ...DATES,
    ],
  },
];
