import type { LayerStyle } from '../../../domain/layer.ts';
import { advised, filled, optional, required } from '../fields.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';

/** CNIG standard of servitudes d'utilité publique, v2016b, revision of June 2026 (§ 3). */
const CNIG_SUP = 'CNIG SUP v2016b (rév. juin 2026)';

const SHAPES = { polygon: 'surfaciques', line: 'linéaires', point: 'ponctuels' };
const ID_SUP = filled('idSup', 'Servitude', { maxLength: 40 });
const ID_ACTE = filled('idActe', 'Acte', { maxLength: 42 });
const ID_GEST = filled('idGest', 'Gestionnaire', { form: 'siren' });
const NAME = { maxLength: 100 };
/** Eight digits: the day, the month or all may be unknown and written with zeros. */
const DAY: Partial<SchemaField> = {
  form: 'aaaammjj',
  description: 'AAAAMMJJ ; zéros pour ce qui n’est pas connu.',
};

const DRAWN_AREA: LayerStyle = {
  symbol: {
    fill: '#7a4a8c',
    fillOpacity: 0.15,
    hatch: 'diagonal',
    line: '#7a4a8c',
    lineWidth: 1.5,
  },
};
const DRAWN_LINE: LayerStyle = { symbol: { line: '#7a4a8c', lineWidth: 2.5, dash: [4, 2] } };
const DRAWN_POINT: LayerStyle = {
  symbol: { fill: '#7a4a8c', line: '#343434', lineWidth: 1.5, radius: 5 },
};

/** Where a servitude applies. */
const EXTENT_FIELDS: SchemaField[] = [
  filled('idAss', 'Identifiant de l’assiette', { maxLength: 40, unique: true }),
  filled('idGen', 'Générateur', { maxLength: 40, references: 'GENERATEUR_SUP.idGen' }),
  required('nomAss', 'Nom de l’assiette', NAME),
  filled('typeAss', 'Type d’assiette', { maxLength: 70 }),
  required('modeGeoAss', 'Mode de tracé', { maxLength: 50 }),
  required('paramCalc', 'Paramètre de calcul', {
    type: 'number',
    unit: 'm',
    description: 'Largeur de la zone tampon autour du générateur.',
  }),
  required('srcGeoAss', 'Référentiel du tracé', { maxLength: 80 }),
  required('dateSrcAss', 'Date du référentiel', DAY),
  optional('altitude', 'Altitude', { type: 'number', unit: 'm' }),
  optional('symbole', 'Symbole', { maxLength: 50 }),
];

/** What a servitude is born of: a monument, a pipe, a line. */
const SOURCE_FIELDS: SchemaField[] = [
  filled('idGen', 'Identifiant du générateur', { maxLength: 40, unique: true }),
  { ...ID_SUP, references: 'SERVITUDE.idSup' },
  required('nomGen', 'Nom du générateur', NAME),
  filled('typeGen', 'Type de générateur', { maxLength: 70 }),
  required('modeGenere', 'Mode de tracé', { maxLength: 50 }),
  advised('nomSrcGen', 'Base d’origine', { maxLength: 80 }),
  required('dateSrcGen', 'Date de la base', DAY),
  advised('idSrcGen', 'Identifiant dans la base', { maxLength: 50 }),
  advised('urlSrcGen', 'Lien vers la base', { maxLength: 254, form: 'url' }),
];

/** Attributes of générateurs before the revision of 2026, and those of PPR (PM1, PM3). */
const FORMER_SOURCE_FIELDS: SchemaField[] = [
  optional('srcGeoGen', 'Référentiel du tracé'),
  optional('refBDExt', 'Base externe'),
  optional('idBDExt', 'Identifiant dans la base externe'),
  optional('type', 'Type de protection'),
  optional('adresse', 'Adresse'),
  optional('id_gaspar', 'Procédure GASPAR'),
  optional('code_alea', 'Code de l’aléa'),
];

/** Every table of a delivery. */
export const SUP_TABLES: TableSchema[] = [
  spatial('ASSIETTE_SUP_S', 'polygon', EXTENT_FIELDS, DRAWN_AREA),
  spatial('ASSIETTE_SUP_L', 'line', EXTENT_FIELDS, DRAWN_LINE),
  spatial('GENERATEUR_SUP_S', 'polygon', SOURCE_FIELDS, DRAWN_AREA),
  spatial('GENERATEUR_SUP_L', 'line', SOURCE_FIELDS, DRAWN_LINE),
  spatial('GENERATEUR_SUP_P', 'point', SOURCE_FIELDS, DRAWN_POINT),
  plain('SERVITUDE', 'Servitudes', 'idSup', /(^|_)servitude$/i, [
    { ...ID_SUP, unique: true },
    ID_GEST,
    required('nomSup', 'Nom codé', NAME),
    filled('nomSupLitt', 'Nom de la servitude', { maxLength: 254 }),
    filled('categorie', 'Catégorie', { maxLength: 10 }),
    required('descriptio', 'Description', { maxLength: 254 }),
    advised('nomReg', 'Règlement', { maxLength: 80, isFile: true }),
    advised('urlReg', 'Lien vers le règlement', { maxLength: 254, form: 'url' }),
    required('dateMaj', 'Date de mise à jour', DAY),
    required('echNum', 'Échelle de numérisation', { type: 'integer' }),
    required('valideGest', 'Validée par le gestionnaire', { codes: { T: 'oui', F: 'non' } }),
    required('modeProd', 'Mode de production', { maxLength: 25 }),
    required('docSource', 'Document source', { maxLength: 80 }),
  ]),
  plain('ACTE_SUP', 'Actes', 'idActe', /(^|_)(?<!servitude_)acte_sup$/i, [
    { ...ID_ACTE, unique: true },
    required('nomActe', 'Nom de l’acte', NAME),
    required('reference', 'Référence de l’acte', { maxLength: 50 }),
    required('typeActe', 'Type d’acte', { maxLength: 50 }),
    required('fichier', 'Fichier de l’acte', { maxLength: 254, isFile: true }),
    advised('urlActe', 'Lien vers l’acte', { maxLength: 254, form: 'url' }),
    required('decision', 'Décision', {
      codes: { Création: 'création', Modification: 'modification', Substitution: 'substitution' },
    }),
    required('dateDecis', 'Date de la décision', DAY),
    advised('codeNor', 'Code NOR'),
    required('datePub', 'Date de publication', DAY),
    required('aPlan', 'Plan joint', { codes: { T: 'oui', F: 'non' } }),
  ]),
  plain('SERVITUDE_ACTE_SUP', 'Actes des servitudes', undefined, /(^|_)servitude_acte_sup$/i, [
    { ...ID_SUP, references: 'SERVITUDE.idSup' },
    { ...ID_ACTE, references: 'ACTE_SUP.idActe' },
  ]),
  plain('SERVITUDE_COMMUNE', 'Communes des servitudes', undefined, /(^|_)servitude_commune$/i, [
    { ...ID_SUP, references: 'SERVITUDE.idSup' },
    filled('insee', 'Code INSEE', { form: 'insee' }),
    required('nomComm', 'Commune'),
  ]),
  plain('GESTIONNAIRE_SUP', 'Gestionnaires', 'idGest', /(^|_)gestionnaire_sup$/i, [
    { ...ID_GEST, unique: true },
    filled('nomGest', 'Gestionnaire', { maxLength: 80 }),
  ]),
];

function spatial(
  table: string,
  geometry: 'polygon' | 'line' | 'point',
  fields: SchemaField[],
  style: LayerStyle,
): TableSchema {
  const isExtent = table.startsWith('ASSIETTE');
  const title = `${isExtent ? 'Assiettes' : 'Générateurs'} ${SHAPES[geometry]} des servitudes`;
  return {
    id: `cnig-sup/2016b/${table.toLowerCase()}`,
    standard: CNIG_SUP,
    table,
    title,
    noun: isExtent ? ['assiette', 'assiettes'] : ['générateur', 'générateurs'],
    gender: isExtent ? 'f' : 'm',
    geometry,
    naming: new RegExp(`(^|_)${table}(_|$)`, 'i'),
    key: isExtent ? 'idAss' : 'idGen',
    titleField: isExtent ? 'nomAss' : 'nomGen',
    style,
    fields,
    formerFields: isExtent ? [] : FORMER_SOURCE_FIELDS,
    formerVersions: isExtent ? [] : [{ name: 'v2016b (avant juin 2026)', has: ['srcGeoGen'] }],
  };
}

function plain(
  table: string,
  title: string,
  key: string | undefined,
  naming: RegExp,
  fields: SchemaField[],
): TableSchema {
  return {
    id: `cnig-sup/2016b/${table.toLowerCase()}`,
    standard: CNIG_SUP,
    table,
    title,
    noun: ['ligne', 'lignes'],
    gender: 'f',
    geometry: null,
    naming,
    ...(key && { key }),
    fields,
  };
}
