import type { GeometryFamily } from '../../../domain/layer.ts';
import { PRESCRIPTION_TYPES, PRESCRIPTIONS } from '../../../domain/nomenclature/prescriptions.ts';
import { advised, filled, optional, required } from '../fields.ts';
import type { TableSchema } from '../table-schema.ts';
import { figureStyle } from './figure-style.ts';
import { PRESCRIPTION_FIGURES } from './figures.ts';
import {
  CNIG_PLU,
  CNIG_PLU_ID,
  EXTRA_FIELDS,
  FORMER_DOCUMENT_FIELDS,
  OLDEST,
  RULE_FIELDS,
  ruleFile,
} from './standard.ts';

/** PRESCRIPTION_SURF, _LIN and _PCT, § 3.2; STYPEPSC came with v2017, NATURE with v2022. */
export const PRESCRIPTION_TABLES: TableSchema[] = [
  prescription('surf', 'polygon', 'Prescriptions surfaciques', 'surfacique'),
  prescription('lin', 'line', 'Prescriptions linéaires', 'linéaire'),
  prescription('pct', 'point', 'Prescriptions ponctuelles', 'ponctuelle'),
];

function prescription(
  suffix: string,
  geometry: GeometryFamily,
  title: string,
  adjective: string,
): TableSchema {
  return {
    id: `${CNIG_PLU_ID}/prescription_${suffix}`,
    standard: CNIG_PLU,
    table: `PRESCRIPTION_${suffix.toUpperCase()}`,
    title,
    noun: [`prescription ${adjective}`, `prescriptions ${adjective}s`],
    gender: 'f',
    geometry,
    naming: new RegExp(`(^|_)prescription_${suffix}(_|$)`, 'i'),
    signature: ['LIBELLE', 'TYPEPSC'],
    key: 'LIB_IDPSC',
    titleField: 'LIBELLE',
    style: figureStyle('TYPEPSC', geometry, PRESCRIPTION_FIGURES, PRESCRIPTION_TYPES),
    fields: [
      optional('LIB_IDPSC', 'Identifiant', { maxLength: 40, unique: true }),
      filled('LIBELLE', 'Libellé', { maxLength: 254 }),
      required('TXT', 'Étiquette sur le plan', { maxLength: 10 }),
      filled('TYPEPSC', 'Type de prescription', { maxLength: 2, codes: PRESCRIPTION_TYPES }),
      advised('STYPEPSC', 'Sous-type', {
        notEmpty: true,
        maxLength: 2,
        description: 'À lire avec le type : 05-01 voies publiques, 18-06 OAP habitat…',
      }),
      advised('NATURE', 'Nature', { maxLength: 50 }),
      ...ruleFile(false),
      ...RULE_FIELDS,
      ...EXTRA_FIELDS,
    ],
    formerFields: [optional('IDPSC', 'Identifiant', { maxLength: 40 }), ...FORMER_DOCUMENT_FIELDS],
    formerVersions: [
      { name: 'v2014', has: ['IDPSC'], lacks: ['IDURBA'] },
      { name: OLDEST, lacks: ['IDURBA'] },
      { name: 'v2017', lacks: ['SYMBOLE'] },
    ],
    pair: { fields: ['TYPEPSC', 'STYPEPSC'], codes: PRESCRIPTIONS },
  };
}
