import {
  DESTINATIONS,
  FORMER_ZONE_TYPES,
  URBAN_FORMS,
  ZONE_TYPES,
} from '../../../domain/nomenclature/zones.ts';
import { advised, filled, optional, required } from '../fields.ts';
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
import { FORMER_ZONE_CLASSES, ZONE_STYLE } from './zone-style.ts';

const destinations = { maxLength: 120, codes: DESTINATIONS, separator: '-' };

/**
 * ZONE_URBA, § 3.2. Asked for is what every version since v2013 has; what a later one brought is advised: FORMDOMI and
 * DEST* with v2022. DESTDOMI is of v2013 and v2014, which also had TYPEZONE Ah, Nh and Nd.
 */
export const ZONE_URBA: TableSchema = {
  id: `${CNIG_PLU_ID}/zone_urba`,
  standard: CNIG_PLU,
  table: 'ZONE_URBA',
  title: 'Zonage d’urbanisme',
  noun: ['zone du PLU', 'zones du PLU'],
  gender: 'f',
  geometry: 'polygon',
  naming: /(^|_)zone_urba(_|$)/i,
  signature: ['LIBELLE', 'LIBELONG', 'TYPEZONE', 'NOMFIC'],
  isPartition: true,
  key: 'LIB_IDZONE',
  titleField: 'LIBELLE',
  style: ZONE_STYLE,
  formerClasses: FORMER_ZONE_CLASSES,
  fields: [
    optional('LIB_IDZONE', 'Identifiant de la zone', { maxLength: 40, unique: true }),
    filled('LIBELLE', 'Libellé', {
      maxLength: 12,
      description: 'Nom court de la zone sur le plan.',
    }),
    required('LIBELONG', 'Libellé long', { maxLength: 254 }),
    filled('TYPEZONE', 'Type de zone', {
      maxLength: 3,
      codes: ZONE_TYPES,
      formerCodes: FORMER_ZONE_TYPES,
    }),
    advised('FORMDOMI', 'Forme dominante', { maxLength: 4, codes: URBAN_FORMS }),
    advised('DESTOUI', 'Destinations autorisées', {
      ...destinations,
      description: 'Codes de destination CNIG joints par un tiret.',
    }),
    advised('DESTCDT', 'Destinations sous conditions', destinations),
    advised('DESTNON', 'Destinations interdites', destinations),
    ...ruleFile(true),
    ...RULE_FIELDS,
    ...EXTRA_FIELDS,
  ],
  formerFields: [
    optional('IDZONE', 'Identifiant de la zone', { maxLength: 40 }),
    optional('DESTDOMI', 'Destination dominante', {
      codes: {
        '00': 'sans objet ou non encore définie',
        '01': 'habitat',
        '02': 'activité',
        '03': 'mixte habitat et activité',
        '04': 'loisirs et tourisme',
        '05': 'équipement',
        '07': 'activité agricole',
        '08': 'espace naturel',
        '09': 'espace remarquable',
        '10': 'secteur de carrière',
        '99': 'autre',
      },
    }),
    ...FORMER_DOCUMENT_FIELDS,
  ],
  formerVersions: [
    { name: 'v2014', has: ['IDZONE'], lacks: ['IDURBA'] },
    { name: OLDEST, lacks: ['IDURBA'] },
    { name: 'v2017', lacks: ['FORMDOMI', 'SYMBOLE'] },
  ],
};
