import type { GeometryFamily } from '../../../domain/layer.ts';
import { advised, filled, optional, required } from '../fields.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';
import { CNIG_PLU, CNIG_PLU_ID, FORMER_DOCUMENT_FIELDS, OLDEST } from './standard.ts';

const DOCUMENT = advised('IDURBA', 'Document d’urbanisme', {
  notEmpty: true,
  maxLength: 30,
  form: 'idurba',
  references: 'DOC_URBA.IDURBA',
});
const COLOUR = required('COULEUR', 'Couleur', {
  form: 'rgb',
  description: 'Rouge, vert et bleu : RRR-VVV-BBB.',
});
const ID = optional('LIB_IDHAB', 'Identifiant', { maxLength: 40, unique: true });
const MARK = [ID, filled('NATTRAC', 'Nature du tracé', { maxLength: 40 }), COLOUR, DOCUMENT];

/** HABILLAGE_SURF, _LIN, _PCT and _TXT, § 3.2: what only dresses the plan. */
export const DRESSING_TABLES: TableSchema[] = [
  dressing('surf', 'polygon', 'Habillage surfacique', 'NATTRAC', MARK),
  dressing('lin', 'line', 'Habillage linéaire', 'NATTRAC', MARK),
  dressing('pct', 'point', 'Habillage ponctuel', 'NATTRAC', MARK),
  dressing('txt', 'point', 'Écritures du plan', 'TXT', [
    ID,
    filled('NATECR', 'Nature de l’écriture', { maxLength: 40 }),
    filled('TXT', 'Texte', { maxLength: 80 }),
    required('POLICE', 'Police', { maxLength: 40 }),
    required('TAILLE', 'Taille', { type: 'integer' }),
    required('STYLE', 'Style', { maxLength: 40 }),
    COLOUR,
    required('ANGLE', 'Angle', {
      type: 'integer',
      unit: '°',
      description: 'Sens trigonométrique.',
    }),
    DOCUMENT,
  ]),
];

function dressing(
  suffix: string,
  geometry: GeometryFamily,
  title: string,
  titleField: string,
  fields: SchemaField[],
): TableSchema {
  return {
    id: `${CNIG_PLU_ID}/habillage_${suffix}`,
    standard: CNIG_PLU,
    table: `HABILLAGE_${suffix.toUpperCase()}`,
    title,
    noun:
      suffix === 'txt'
        ? ['écriture', 'écritures']
        : ['élément d’habillage', 'éléments d’habillage'],
    gender: suffix === 'txt' ? 'f' : 'm',
    geometry,
    naming: new RegExp(`(^|_)habillage_${suffix}(_|$)`, 'i'),
    key: 'LIB_IDHAB',
    titleField,
    fields,
    formerFields: FORMER_DOCUMENT_FIELDS,
    formerVersions: [{ name: OLDEST, lacks: ['IDURBA'] }],
  };
}
