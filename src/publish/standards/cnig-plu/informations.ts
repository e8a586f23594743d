import type { GeometryFamily } from '../../../domain/layer.ts';
import { INFORMATION_TYPES, INFORMATIONS } from '../../../domain/nomenclature/informations.ts';
import { advised, filled, optional, required } from '../fields.ts';
import type { TableSchema } from '../table-schema.ts';
import { figureStyle } from './figure-style.ts';
import { INFORMATION_FIGURES } from './figures.ts';
import {
  CNIG_PLU,
  CNIG_PLU_ID,
  EXTRA_FIELDS,
  FORMER_DOCUMENT_FIELDS,
  OLDEST,
  RULE_FIELDS,
  ruleFile,
} from './standard.ts';

/** INFO_SURF, _LIN and _PCT, § 3.2; STYPEINF came with v2017. */
export const INFORMATION_TABLES: TableSchema[] = [
  information('surf', 'polygon', 'Périmètres d’information'),
  information('lin', 'line', 'Informations linéaires'),
  information('pct', 'point', 'Informations ponctuelles'),
];

function information(suffix: string, geometry: GeometryFamily, title: string): TableSchema {
  const isArea = geometry === 'polygon';
  return {
    id: `${CNIG_PLU_ID}/info_${suffix}`,
    standard: CNIG_PLU,
    table: `INFO_${suffix.toUpperCase()}`,
    title,
    noun: isArea
      ? ['périmètre d’information', 'périmètres d’information']
      : ['information', 'informations'],
    gender: isArea ? 'm' : 'f',
    geometry,
    naming: new RegExp(`(^|_)info_${suffix}(_|$)`, 'i'),
    signature: ['LIBELLE', 'TYPEINF'],
    key: 'LIB_IDINFO',
    titleField: 'LIBELLE',
    style: figureStyle('TYPEINF', geometry, INFORMATION_FIGURES, INFORMATION_TYPES),
    fields: [
      optional('LIB_IDINFO', 'Identifiant', { maxLength: 40, unique: true }),
      filled('LIBELLE', 'Libellé', { maxLength: 254 }),
      required('TXT', 'Étiquette sur le plan', { maxLength: 10 }),
      filled('TYPEINF', 'Type d’information', { maxLength: 2, codes: INFORMATION_TYPES }),
      advised('STYPEINF', 'Sous-type', {
        notEmpty: true,
        maxLength: 2,
        description: 'À lire avec le type : 04-01 droit de préemption urbain renforcé…',
      }),
      ...ruleFile(false),
      ...RULE_FIELDS,
      ...EXTRA_FIELDS,
    ],
    formerFields: [optional('IDINFO', 'Identifiant', { maxLength: 40 }), ...FORMER_DOCUMENT_FIELDS],
    formerVersions: [
      { name: 'v2014', has: ['IDINFO'], lacks: ['IDURBA'] },
      { name: OLDEST, lacks: ['IDURBA'] },
      { name: 'v2017', lacks: ['SYMBOLE'] },
    ],
    pair: { fields: ['TYPEINF', 'STYPEINF'], codes: INFORMATIONS },
  };
}
