import type { LayerStyle } from '../../../domain/layer.ts';
import {
  EXTRA_HAZARD_TYPES,
  HAZARD_LEVELS,
  LAND_REGULATION_TYPES,
  OUTER_BASES,
  PROCEDURE_STATES,
  PROCEDURE_TYPES,
  PROTECTION_TYPES,
  REFERENCE_TYPES,
  REGULATION_TYPES,
} from '../../../domain/nomenclature/risks.ts';
import { advised, filled, optional, required } from '../fields.ts';
import { hazardStyle, LAND_REGULATION_STYLE, REGULATION_STYLE } from '../risk-styles.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';

/** CNIG géostandard "Plans de prévention des risques" 1.0.1, 16 July 2025; one GeoPackage a procedure. */
const CNIG_PPR = 'CNIG PPR 1.0.1';

const PROCEDURE = filled('codeprocedure', 'Procédure', {
  maxLength: 18,
  references: 'procedure.codeprocedure',
});
const HAZARD = filled('typealea', 'Type d’aléa', { maxLength: 3 });
const LEVEL = filled('niveaualea', 'Niveau d’aléa', { maxLength: 2, codes: HAZARD_LEVELS });
const RETURN_PERIOD = optional('occurrence', 'Période de retour', { type: 'integer', unit: 'ans' });
const DESCRIPTION = optional('description', 'Description');
const WORKS = ['s', 'l', 'p'].map((shape) =>
  optional(`idouvrageprotecteur_${shape}`, 'Ouvrage protecteur', { maxLength: 15 }),
);

const PERIMETER: SchemaField[] = [
  id('idperimetre', 'Identifiant du périmètre'),
  PROCEDURE,
  filled('etatprocedure', 'État de la procédure', { maxLength: 10, codes: PROCEDURE_STATES }),
  required('dateetat', 'Date de l’état', { type: 'date' }),
];
const HAZARD_ZONE: SchemaField[] = [
  id('idzonealea', 'Identifiant de la zone'),
  PROCEDURE,
  HAZARD,
  LEVEL,
  RETURN_PERIOD,
  DESCRIPTION,
];
const REGULATED_ZONE: SchemaField[] = [
  id('idzonereglementaire', 'Identifiant de la zone'),
  PROCEDURE,
  filled('codezonereglement', 'Code de la zone'),
  required('libellezonereglement', 'Zone du règlement'),
];
const STAKE: SchemaField[] = [
  id('idenjeu', 'Identifiant de l’enjeu'),
  PROCEDURE,
  optional('idrefexterne', 'Identifiant externe'),
  optional('refexterne', 'Base externe', { codes: OUTER_BASES }),
  required('nomenjeu', 'Nom'),
  required('codeenjeu', 'Code de l’enjeu'),
  optional('nomenclatureenjeu', 'Nomenclature'),
  optional('dateenjeu', 'Date', { type: 'date' }),
];
const ORIGIN: SchemaField[] = [
  id('idoriginerisque', 'Identifiant'),
  PROCEDURE,
  optional('idrefexterne', 'Identifiant externe'),
  optional('refexterne', 'Base externe', { codes: OUTER_BASES }),
  required('nom', 'Nom'),
];
const PROTECTION: SchemaField[] = [
  id('idouvrageprotecteur', 'Identifiant de l’ouvrage'),
  optional('idrefexterne', 'Identifiant externe'),
  optional('refexterne', 'Base externe', { codes: OUTER_BASES }),
  optional('refexterneautre', 'Autre base externe'),
  filled('typeouvrageprotecteur', 'Type d’ouvrage', { codes: PROTECTION_TYPES }),
  optional('roleprotection', 'Rôle de protection', { type: 'boolean' }),
  RETURN_PERIOD,
];

const OUTLINE: LayerStyle = {
  symbol: { fill: '#ffffff', fillOpacity: 0.01, line: '#5c6670', lineWidth: 2, dash: [6, 3] },
};
const ZONE: [string, string] = ['zone réglementée', 'zones réglementées'];
const HAZARD_TABLES = {
  zonealeareference: 'Aléa de référence',
  zonealeaecheance100ans: 'Aléa à échéance 100 ans',
  zonealeaexceptionnel: 'Aléa exceptionnel',
  zonealeanaturelsynthese: 'Synthèse des aléas naturels',
};
const HAZARD_NOUN: [string, string] = ['zone d’aléa', 'zones d’aléa'];

/** Every table of a GeoPackage; those of `_s`, `_l` and `_p` are one here when they differ by shape alone. */
export const PPR_TABLES: TableSchema[] = [
  table('procedure', 'Procédure', null, ['procédure', 'procédures'], 'f', {
    key: 'codeprocedure',
    titleField: 'libelleprocedure',
    fields: [
      filled('codeprocedure', 'Procédure', { maxLength: 18, unique: true }),
      filled('libelleprocedure', 'Plan de prévention'),
      filled('typeprocedure', 'Type de plan', { maxLength: 10, codes: PROCEDURE_TYPES }),
    ],
  }),
  table('revise', 'Révisions', null, ['révision', 'révisions'], 'f', {
    fields: [
      filled('codeprocrevisante', 'Procédure qui révise', { maxLength: 18 }),
      filled('codeprocrevisee', 'Procédure révisée', { maxLength: 18 }),
    ],
  }),
  table('referenceinternet', 'Références', null, ['référence', 'références'], 'f', {
    fields: [
      filled('adresse', 'Adresse', { form: 'url', unique: true }),
      PROCEDURE,
      required('nomressource', 'Nom de la ressource'),
      filled('typereference', 'Type de référence', { codes: REFERENCE_TYPES }),
      DESCRIPTION,
    ],
  }),
  table('perimetre_s', 'Périmètre', 'polygon', ['périmètre', 'périmètres'], 'm', {
    key: 'idperimetre',
    style: OUTLINE,
    fields: PERIMETER,
  }),
  table('perimetreetude_s', 'Périmètre d’étude', 'polygon', ['périmètre', 'périmètres'], 'm', {
    key: 'idperimetre',
    style: OUTLINE,
    fields: PERIMETER,
  }),
  table('zonereglementaireurba', 'Zonage réglementaire', 'any', ZONE, 'f', {
    key: 'idzonereglementaire',
    titleField: 'libellezonereglement',
    style: REGULATION_STYLE,
    signature: ['idzonereglementaire', 'codezonereglement', 'typereglement'],
    fields: [
      ...REGULATED_ZONE,
      filled('typereglement', 'Type de règlement', { maxLength: 2, codes: REGULATION_TYPES }),
      advised('existemesuresobligatoires', 'Mesures obligatoires', { type: 'boolean' }),
    ],
    formerVersions: [{ name: 'version antérieure à la 1.0', has: ['obligationtravaux'] }],
    formerFields: [optional('obligationtravaux', 'Obligation de travaux', { type: 'boolean' })],
  }),
  table('zonereglementairefoncier', 'Secteurs de mesures foncières', 'any', ZONE, 'f', {
    key: 'idzonereglementaire',
    titleField: 'libellezonereglement',
    style: LAND_REGULATION_STYLE,
    fields: [
      ...REGULATED_ZONE,
      filled('typereglement', 'Mesure foncière', { maxLength: 2, codes: LAND_REGULATION_TYPES }),
    ],
  }),
  ...Object.entries(HAZARD_TABLES).map(([name, title]) =>
    table(name, title, 'polygon', HAZARD_NOUN, 'f', {
      key: 'idzonealea',
      style: hazardStyle('niveaualea'),
      fields: HAZARD_ZONE,
    }),
  ),
  table('zonemultialeanaturel', 'Aléas multiples', null, HAZARD_NOUN, 'f', {
    fields: [HAZARD, filled('idzonealea', 'Zone d’aléa'), LEVEL, RETURN_PERIOD],
  }),
  table('zoneprotegee', 'Zones protégées', 'polygon', ['zone protégée', 'zones protégées'], 'f', {
    key: 'idzoneprotegee',
    style: {
      symbol: {
        fill: '#5c6670',
        fillOpacity: 0.05,
        hatch: 'diagonal',
        line: '#5c6670',
        lineWidth: 1,
      },
    },
    fields: [
      id('idzoneprotegee', 'Identifiant de la zone'),
      PROCEDURE,
      HAZARD,
      required('niveauprotection', 'Niveau de protection'),
      RETURN_PERIOD,
      DESCRIPTION,
      ...WORKS,
    ],
  }),
  table(
    'zonedangerspecifique',
    'Zones de danger spécifique',
    'polygon',
    ['zone de danger', 'zones de danger'],
    'f',
    {
      key: 'idzonedanger',
      style: hazardStyle('niveaualea'),
      fields: [
        id('idzonedanger', 'Identifiant de la zone'),
        PROCEDURE,
        HAZARD,
        LEVEL,
        filled('typesuralea', 'Type de suraléa', { codes: EXTRA_HAZARD_TYPES }),
        DESCRIPTION,
        ...WORKS,
      ],
    },
  ),
  table('ouvrageprotecteur', 'Ouvrages protecteurs', 'any', ['ouvrage', 'ouvrages'], 'm', {
    key: 'idouvrageprotecteur',
    fields: PROTECTION,
  }),
  table(
    'originerisque',
    'Origine du risque',
    'any',
    ['origine du risque', 'origines du risque'],
    'f',
    {
      key: 'idoriginerisque',
      titleField: 'nom',
      fields: ORIGIN,
    },
  ),
  table('enjeu', 'Enjeux', 'any', ['enjeu', 'enjeux'], 'm', {
    key: 'idenjeu',
    titleField: 'nomenjeu',
    fields: STAKE,
  }),
];

function table(
  name: string,
  title: string,
  geometry: TableSchema['geometry'],
  noun: [string, string],
  gender: 'm' | 'f',
  more: Pick<TableSchema, 'fields'> & Partial<TableSchema>,
): TableSchema {
  return {
    id: `cnig-ppr/1.0.1/${name}`,
    standard: CNIG_PPR,
    table: name,
    title,
    noun,
    gender,
    geometry,
    naming: new RegExp(`^ppr[nmt]?_[a-z0-9]+_${name}(_|$)`, 'i'),
    ...(more.key && { titleField: more.key }),
    ...more,
  };
}

function id(name: string, label: string): SchemaField {
  return filled(name, label, { maxLength: 15, unique: true });
}
