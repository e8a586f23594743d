import {
  BASE_TYPES,
  DOCUMENT_STATES,
  DOCUMENT_TYPES,
} from '../../../domain/nomenclature/planning-documents.ts';
import { advised, filled, optional, required } from '../fields.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';
import { CNIG_PLU, CNIG_PLU_ID, OLDEST } from './standard.ts';

const IDURBA = filled('IDURBA', 'Document d’urbanisme', { maxLength: 30, form: 'idurba' });
const LINK = { maxLength: 254, form: 'url' } as const;
const FILE = { maxLength: 80, isFile: true } as const;

/** Tables without geometry, § 3.2. NOMPROC and URLPE came with v2017, NOMRAPP and URLRAPP with the revision of 2025-06. */
export const DOCUMENT_TABLES: TableSchema[] = [
  table(
    'DOC_URBA',
    'Documents d’urbanisme',
    ['document d’urbanisme', 'documents d’urbanisme'],
    'm',
    {
      naming: /(^|_)doc_urba(?!_com)(_|$)/i,
      key: 'IDURBA',
      titleField: 'IDURBA',
      formerVersions: [
        { name: OLDEST, has: ['INTERCO'] },
        { name: 'v2017 à v2024', lacks: ['NOMRAPP'] },
      ],
      fields: [
        { ...IDURBA, unique: true },
        filled('TYPEDOC', 'Type de document', { maxLength: 4, codes: DOCUMENT_TYPES }),
        filled('ETAT', 'État du document', { maxLength: 2, codes: DOCUMENT_STATES }),
        advised('NOMPROC', 'Procédure', {
          notEmpty: true,
          maxLength: 10,
          pattern: '(E|MEC|MAJ|MC|MJ|MS|M|RA|RS|R|A)\\d*',
          description:
            'Dernière procédure : E élaboration, R révision, M modification, MS modification simplifiée…',
        }),
        required('DATAPPRO', 'Date de la dernière procédure', {
          form: 'aaaammjj',
          description: 'AAAAMMJJ ; 00000000 tant que la procédure est en cours.',
        }),
        required('DATEFIN', 'Date de fin de validité', { form: 'aaaammjj' }),
        required('SIREN', 'EPCI compétent', { form: 'siren' }),
        advised('NOMRAPP', 'Rapport de présentation', FILE),
        advised('URLRAPP', 'Lien vers le rapport', LINK),
        filled('NOMREG', 'Règlement complet', FILE),
        required('URLREG', 'Lien vers le règlement complet', LINK),
        required('NOMPLAN', 'Règlement graphique', FILE),
        required('URLPLAN', 'Lien vers le règlement graphique', LINK),
        advised('URLPE', 'Lien vers les pièces écrites', LINK),
        required('SITEWEB', 'Site du document', LINK),
        required('TYPEREF', 'Référentiel de saisie', { maxLength: 2, codes: BASE_TYPES }),
        filled('DATEREF', 'Date du référentiel', { form: 'aaaammjj' }),
      ],
      formerFields: [
        optional('INTERCO', 'Document intercommunal', { codes: { T: 'oui', F: 'non' } }),
      ],
    },
  ),
  table('DOC_URBA_COM', 'Communes du document', ['commune couverte', 'communes couvertes'], 'f', {
    naming: /(^|_)doc_urba_com(_|$)/i,
    formerVersions: [{ name: OLDEST, has: ['DATECOG'] }],
    fields: [
      { ...IDURBA, references: 'DOC_URBA.IDURBA' },
      filled('INSEE', 'Code INSEE', { form: 'insee' }),
    ],
    formerFields: [optional('DATECOG', 'Année du code officiel géographique')],
  }),
];

function table(
  name: string,
  title: string,
  noun: [string, string],
  gender: 'm' | 'f',
  more: Pick<TableSchema, 'naming' | 'key' | 'titleField' | 'formerVersions'> & {
    fields: SchemaField[];
    formerFields: SchemaField[];
  },
): TableSchema {
  const id = `${CNIG_PLU_ID}/${name.toLowerCase()}`;
  return { id, standard: CNIG_PLU, table: name, title, noun, gender, geometry: null, ...more };
}
