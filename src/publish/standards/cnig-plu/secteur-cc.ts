import type { Hatch, StyleClass } from '../../../domain/layer.ts';
import { filled, optional, required, values } from '../fields.ts';
import type { TableSchema } from '../table-schema.ts';
import {
  CNIG_PLU,
  CNIG_PLU_ID,
  EXTRA_FIELDS,
  FORMER_DOCUMENT_FIELDS,
  OLDEST,
  RULE_FIELDS,
  ruleFile,
} from './standard.ts';

/** TYPESECT → meaning, § 3.2. */
const SECTOR_TYPES = {
  '01': 'secteur ouvert à la construction',
  '02': 'secteur réservé aux activités',
  '03': 'secteur non ouvert à la construction',
  '99': 'zone non couverte par la carte communale',
};

/** SECTEUR_CC, § 3.2: what a carte communale has in place of zones; drawn as zones are, for it has no symbology of its own. */
export const SECTEUR_CC: TableSchema = {
  id: `${CNIG_PLU_ID}/secteur_cc`,
  standard: CNIG_PLU,
  table: 'SECTEUR_CC',
  title: 'Secteurs de la carte communale',
  noun: ['secteur', 'secteurs'],
  gender: 'm',
  geometry: 'polygon',
  naming: /(^|_)secteur_cc(_|$)/i,
  signature: ['LIBELLE', 'TYPESECT'],
  isPartition: true,
  key: 'LIB_IDZONE',
  titleField: 'LIBELLE',
  style: {
    symbol: sector('99', '#dddddd').symbol,
    field: 'TYPESECT',
    classes: [
      sector('01', '#e60000'),
      sector('02', '#a900e6', 'diagonal'),
      sector('03', '#56aa02'),
      sector('99', '#dddddd', 'dotted'),
    ],
    labelField: 'LIBELLE',
    labelMinZoom: 14,
  },
  fields: [
    optional('LIB_IDZONE', 'Identifiant du secteur', { maxLength: 40, unique: true }),
    filled('LIBELLE', 'Libellé', { maxLength: 12, codes: values('ZC', 'ZCa', 'ZnC', 'RNU') }),
    required('LIBELONG', 'Libellé long', { maxLength: 254 }),
    filled('TYPESECT', 'Type de secteur', { maxLength: 3, codes: SECTOR_TYPES }),
    required('FERMRECO', 'Fermé à la reconstruction à l’identique', {
      maxLength: 3,
      codes: { oui: 'oui' },
    }),
    ...ruleFile(false),
    ...RULE_FIELDS,
    ...EXTRA_FIELDS,
  ],
  formerFields: FORMER_DOCUMENT_FIELDS,
  formerVersions: [
    { name: OLDEST, lacks: ['IDURBA'] },
    { name: 'v2017', lacks: ['SYMBOLE'] },
  ],
};

function sector(value: keyof typeof SECTOR_TYPES, fill: string, hatch?: Hatch): StyleClass {
  const meaning = SECTOR_TYPES[value];
  const symbol = {
    fill,
    fillOpacity: 0.4,
    ...(hatch && { hatch }),
    line: '#343434',
    lineWidth: 0.8,
  };
  return { value, label: meaning.charAt(0).toUpperCase() + meaning.slice(1), symbol };
}
