import { advised, filled, optional, required } from '../fields.ts';
import type { SchemaField } from '../table-schema.ts';

/** The version that tables are held against: CNIG standard "PLU/PLUi/POS/CC" v2024, revision of June 2025. */
export const CNIG_PLU = 'CNIG PLU/PLUi v2024 (rév. juin 2025)';

/** First part of the ids of its schemas. */
export const CNIG_PLU_ID = 'cnig-plu/2024';

/** What v2013 and v2014 are called where their columns do not tell them apart. */
export const OLDEST = 'v2013 ou v2014';

/** Fields that ZONE_URBA, PRESCRIPTION_* and INFO_* end with (§ 3.2); IDURBA came with v2017, SYMBOLE with v2022. */
export const RULE_FIELDS: SchemaField[] = [
  advised('IDURBA', 'Document d’urbanisme', {
    notEmpty: true,
    maxLength: 30,
    form: 'idurba',
    references: 'DOC_URBA.IDURBA',
  }),
  required('DATVALID', 'Date de validation', {
    form: 'aaaammjj',
    description: 'AAAAMMJJ, comme l’écrit le standard.',
  }),
  advised('SYMBOLE', 'Symbole CNIG', { maxLength: 20 }),
];

/** File of the rule and its address, the same in every spatial table of rules. */
export function ruleFile(isFilled: boolean): SchemaField[] {
  const file = { maxLength: 80, isFile: true, description: 'Fichier de la pièce écrite.' };
  return [
    isFilled
      ? filled('NOMFIC', 'Règlement', file)
      : required('NOMFIC', 'Fichier de la règle', file),
    required('URLFIC', isFilled ? 'Lien vers le règlement' : 'Lien vers la règle', {
      maxLength: 254,
      form: 'url',
    }),
  ];
}

/** Pairs of attributes that any table may add (§ 3.3): as many as the standard's examples have. */
export const EXTRA_FIELDS: SchemaField[] = [1, 2, 3, 4].flatMap((n) => [
  optional(`LIB_ATTR${n}`, `Attribut complémentaire ${n}`, { maxLength: 20 }),
  optional(`LIB_VAL${n}`, `Valeur ${n}`, { maxLength: 254 }),
]);

/** What v2013 and v2014 wrote in every spatial table instead of IDURBA. */
export const FORMER_DOCUMENT_FIELDS: SchemaField[] = [
  optional('INSEE', 'Code INSEE', { form: 'insee' }),
  optional('DATAPPRO', 'Date d’approbation', { form: 'aaaammjj' }),
];
