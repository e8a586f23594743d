// Data table: the tables of a flood directive set.

import { FLOOD_SCENARIOS, FLOOD_TYPES } from '../../../domain/nomenclature/risks.ts';
import { advised, filled, optional, required } from '../fields.ts';
import { DEPTH_STYLE, SCENARIO_STYLE } from '../risk-styles.ts';
import type { SchemaField, TableSchema } from '../table-schema.ts';

/** Géostandard COVADIS "Directive inondation" v2 (2018), as the DGPR's validator describes it. */
const COVADIS_TRI = 'COVADIS Directive inondation v2';

const ID = { maxLength: 30, unique: true };
const TRI = filled('ID_TRI', 'Territoire à risque important', {
  maxLength: 50,
  references: 'N_TRI_S.ID_TRI',
});
const AREA = filled('ID_S_INOND', 'Surface inondable', {
  maxLength: 30,
  references: 'N_INONDABLE_S.ID_S_INOND',
});
const FLOOD = filled('TYP_INOND', 'Type d’inondation', { maxLength: 2, codes: FLOOD_TYPES });
const FLOOD_2 = required('TYP_INOND2', 'Second type d’inondation', {
  maxLength: 2,
  codes: FLOOD_TYPES,
});
const SCENARIO = filled('SCENARIO', 'Scénario', { codes: FLOOD_SCENARIOS });
const RIVER = required('COURS_DEAU', 'Cours d’eau', { maxLength: 127 });
const LIFE: SchemaField[] = [
  required('DATENTREE', 'Entrée dans la base', { type: 'date' }),
  required('DATSORTIE', 'Sortie de la base', { type: 'date' }),
];
const REPORTED = required('EST_REF', 'Rapportée', {
  codes: { T: 'oui', F: 'non' },
  description: 'Vrai pour ce qui est transmis à la Commission européenne.',
});
const OUTER: SchemaField[] = [
  filled('ID_SI_EXT', 'Identifiant externe', { maxLength: 50 }),
  filled('NOM_SI_EXT', 'Système d’information', { maxLength: 50 }),
  required('VER_SI_EXT', 'Version', { maxLength: 10 }),
];
const IMPORTED: SchemaField[] = [
  required('DATIMPORT', 'Date d’import', { type: 'date' }),
  REPORTED,
];
const COVADIS_CODE = required('CODCOVADIS', 'Code de l’enjeu', { maxLength: 5 });

const ZONES = {
  SOUST_INOND_S: 'Zones soustraites à l’inondation',
  SURALEA_S: 'Zones de suraléa',
  ZONE_PROTEG_S: 'Zones protégées',
};

/** Every table of a set: name without prefix and department, title, noun and its gender, geometry, fields. */
export const TRI_TABLES: TableSchema[] = [
  table('TRI_S', 'Territoire à risque important', ['territoire', 'territoires'], 'm', 'polygon', {
    key: 'ID_TRI',
    titleField: 'NOM',
    fields: [
      filled('ID_TRI', 'Territoire à risque important', { maxLength: 50, unique: true }),
      filled('NOM', 'Nom', { maxLength: 254 }),
      ...people(),
      ...LIFE,
    ],
  }),
  table(
    'INONDABLE_S',
    'Surfaces inondables',
    ['surface inondable', 'surfaces inondables'],
    'f',
    'polygon',
    {
      key: 'ID_S_INOND',
      titleField: 'COURS_DEAU',
      style: SCENARIO_STYLE,
      fields: [
        filled('ID_S_INOND', 'Identifiant', ID),
        TRI,
        FLOOD,
        FLOOD_2,
        RIVER,
        SCENARIO,
        ...LIFE,
        REPORTED,
      ],
    },
  ),
  table('ISO_HT_S', 'Hauteurs d’eau', ['zone de hauteur', 'zones de hauteur'], 'f', 'polygon', {
    key: 'ID_ZONE',
    style: DEPTH_STYLE,
    fields: [
      filled('ID_ZONE', 'Identifiant', ID),
      AREA,
      TRI,
      FLOOD,
      FLOOD_2,
      RIVER,
      SCENARIO,
      filled('HT_MIN', 'Hauteur minimale', metres()),
      required('HT_MAX', 'Hauteur maximale', { ...metres(), description: 'Vide : sans limite.' }),
      ...LIFE,
      REPORTED,
    ],
  }),
  table('ISO_COTE_L', 'Cotes d’eau', ['ligne de cote', 'lignes de cote'], 'f', 'line', {
    key: 'ID_LIGNE',
    titleField: 'COURS_DEAU',
    fields: [
      filled('ID_LIGNE', 'Identifiant', ID),
      AREA,
      TRI,
      FLOOD,
      SCENARIO,
      RIVER,
      filled('COTE', 'Cote', { type: 'number', unit: 'm NGF' }),
      ...LIFE,
      REPORTED,
    ],
  }),
  table('ISO_DEB_S', 'Débits linéiques', ['zone de débit', 'zones de débit'], 'f', 'polygon', {
    key: 'ID_ZONE',
    fields: [
      filled('ID_ZONE', 'Identifiant', ID),
      AREA,
      TRI,
      filled('DEBLIN_MIN', 'Débit linéique minimal', { type: 'number', unit: 'm²/s' }),
      required('DEBLIN_MAX', 'Débit linéique maximal', { type: 'number', unit: 'm²/s' }),
      ...LIFE,
      REPORTED,
    ],
  }),
  table(
    'ECOUL_S',
    'Vitesses d’écoulement',
    ['zone d’écoulement', 'zones d’écoulement'],
    'f',
    'polygon',
    {
      key: 'ID_ZONE',
      fields: [
        filled('ID_ZONE', 'Identifiant', ID),
        AREA,
        TRI,
        filled('VITESSE', 'Vitesse', { codes: { Fai: 'faible', Mod: 'modérée', For: 'forte' } }),
        ...LIFE,
        REPORTED,
      ],
    },
  ),
  table(
    'CHAMP_VIT_P',
    'Champ de vitesses',
    ['point de vitesse', 'points de vitesse'],
    'm',
    'point',
    {
      key: 'ID_POINT',
      fields: [
        filled('ID_POINT', 'Identifiant', ID),
        AREA,
        TRI,
        filled('VITESS_MIN', 'Vitesse minimale', speed()),
        required('VITESS_MAX', 'Vitesse maximale', speed()),
        required('AZIMUTH', 'Direction', { type: 'number', unit: '°' }),
        ...LIFE,
        REPORTED,
      ],
    },
  ),
  table(
    'COTE_VIT_DEB_P',
    'Cotes, vitesses et débits',
    ['point de calcul', 'points de calcul'],
    'm',
    'point',
    {
      key: 'ID_POINT',
      fields: [
        filled('ID_POINT', 'Identifiant', ID),
        AREA,
        TRI,
        required('COTE', 'Cote', { type: 'number', unit: 'm NGF' }),
        required('VITESSE', 'Vitesse', speed()),
        required('DEBLIN', 'Débit linéique', { type: 'number', unit: 'm²/s' }),
        required('AZIMUTH', 'Direction', { type: 'number', unit: '°' }),
        required('DATOBSERV', 'Date d’observation', { type: 'date' }),
        ...LIFE,
        REPORTED,
      ],
    },
  ),
  table(
    'CARTE_INOND_S',
    'Emprises des cartes de surfaces inondables',
    ['carte', 'cartes'],
    'f',
    'polygon',
    {
      key: 'ID_CARTE',
      fields: [
        filled('ID_CARTE', 'Identifiant', ID),
        TRI,
        required('SCENARIO', 'Scénario', { codes: FLOOD_SCENARIOS }),
        required('TYP_INOND1', 'Type d’inondation', { codes: FLOOD_TYPES }),
        FLOOD_2,
        ...approval(),
        required('EST_SYNTH', 'Carte de synthèse', { codes: { T: 'oui', F: 'non' } }),
        required('URLRAPPORT', 'Lien vers le rapport', { maxLength: 254, form: 'url' }),
      ],
    },
  ),
  table('CARTE_RISQ_S', 'Emprises des cartes de risques', ['carte', 'cartes'], 'f', 'polygon', {
    key: 'ID_CARTE',
    fields: [
      filled('ID_CARTE', 'Identifiant', ID),
      TRI,
      ...approval(),
      required('URLRAPPORT', 'Lien vers le rapport', { maxLength: 254, form: 'url' }),
    ],
  }),
  table('OUV_PROTEC_L', 'Ouvrages de protection', ['ouvrage', 'ouvrages'], 'm', 'line', {
    key: 'ID_OUVRAGE',
    titleField: 'NOM',
    fields: [
      filled('ID_OUVRAGE', 'Identifiant', ID),
      TRI,
      required('ID_SIOUH', 'Identifiant SIOUH', { maxLength: 30 }),
      required('ID_ROE', 'Identifiant ROE', { maxLength: 30 }),
      required('NOM', 'Nom', { maxLength: 254 }),
      FLOOD,
      advised('TYP_INOND2', 'Second type d’inondation', { codes: FLOOD_TYPES }),
      filled('SCENA_RUPT', 'Scénario de rupture', { maxLength: 2, pattern: '0[1-5]|99' }),
      ...LIFE,
      REPORTED,
    ],
  }),
  ...Object.entries(ZONES).map(([name, title]) =>
    table(name, title, ['zone', 'zones'], 'f', 'polygon', {
      key: 'ID_ZONE',
      fields: [
        filled('ID_ZONE', 'Identifiant', ID),
        TRI,
        SCENARIO,
        optional('ID_ROE', 'Identifiant ROE', { maxLength: 30 }),
        optional('ZP', 'Zone protégée', { codes: { T: 'oui', F: 'non' } }),
        optional('ZPP', 'Zone partiellement protégée', { codes: { T: 'oui', F: 'non' } }),
        ...LIFE,
        REPORTED,
      ],
    }),
  ),
  table('COMMUNE_S', 'Communes du territoire', ['commune', 'communes'], 'f', 'polygon', {
    key: 'CODE_INSEE',
    titleField: 'NOM_COM',
    fields: [
      ...OUTER,
      filled('CODE_INSEE', 'Code INSEE', { form: 'insee' }),
      filled('NOM_COM', 'Commune', { maxLength: 80 }),
      required('ANNEE_COG', 'Année du code officiel géographique'),
      ...people(),
      ...LIFE,
    ],
  }),
  table('QUARTIER_S', 'Quartiers', ['quartier', 'quartiers'], 'm', 'polygon', {
    key: 'ID_SI_EXT',
    fields: [
      ...OUTER,
      filled('CODE_INSEE', 'Code INSEE', { form: 'insee' }),
      required('HAB_PERM', 'Habitants permanents', { type: 'integer' }),
      ...LIFE,
    ],
  }),
  table('ENJEU_CRISE_L', 'Enjeux de crise linéaires', ['enjeu', 'enjeux'], 'm', 'line', crisis()),
  table('ENJEU_CRISE_P', 'Enjeux de crise ponctuels', ['enjeu', 'enjeux'], 'm', 'point', crisis()),
  table('ENJEU_DCE_S', 'Zones protégées au titre de l’eau', ['zone', 'zones'], 'f', 'polygon', {
    key: 'EU_CD_PA',
    fields: [filled('EU_CD_PA', 'Code européen'), required('PA_TYPE', 'Type de zone'), ...IMPORTED],
  }),
  table('ENJEU_ECO_S', 'Enjeux économiques', ['enjeu', 'enjeux'], 'm', 'polygon', {
    key: 'ID_SI_EXT',
    fields: [
      ...OUTER,
      filled('TYPE_ACTIV', 'Type d’activité', { maxLength: 2 }),
      COVADIS_CODE,
      ...IMPORTED,
    ],
  }),
  ...['IED', 'IPPC'].map((kind) =>
    table(
      `ENJEU_${kind}_P`,
      `Installations ${kind}`,
      ['installation', 'installations'],
      'f',
      'point',
      {
        key: `CODE_${kind}`,
        titleField: 'NOM',
        fields: [
          filled(`CODE_${kind}`, 'Code'),
          required('NOM', 'Nom', { maxLength: 100 }),
          required('CODE_ACTIV', 'Code de l’activité', { maxLength: 6 }),
          ...IMPORTED,
        ],
      },
    ),
  ),
  table(
    'ENJEU_PATRIM_P',
    'Enjeux patrimoniaux ponctuels',
    ['enjeu', 'enjeux'],
    'm',
    'point',
    heritage(),
  ),
  table(
    'ENJEU_PATRIM_S',
    'Enjeux patrimoniaux surfaciques',
    ['enjeu', 'enjeux'],
    'm',
    'polygon',
    heritage(),
  ),
  table('ENJEU_STEU_P', 'Stations d’épuration', ['station', 'stations'], 'f', 'point', {
    key: 'CODE_STEU',
    fields: [
      filled('CODE_STEU', 'Code de la station', { maxLength: 30 }),
      required('CAPACITE_N', 'Capacité nominale', {
        type: 'integer',
        unit: 'équivalents-habitants',
      }),
      ...IMPORTED,
    ],
  }),
  table('ENJEU_RAPPORT', 'Bilan des enjeux', ['ligne', 'lignes'], 'f', null, {
    fields: [
      filled('ID', 'Identifiant', { maxLength: 50 }),
      FLOOD,
      SCENARIO,
      required('HAB_PERM', 'Habitants permanents', { type: 'integer' }),
      required('EMPLOI_MIN', 'Emplois, au moins', { type: 'integer' }),
      required('EMPLOI_MAX', 'Emplois, au plus', { type: 'integer' }),
      ...LIFE,
    ],
  }),
  table('REL_HYDRO_INOND', 'Cours d’eau des surfaces inondables', ['ligne', 'lignes'], 'f', null, {
    fields: [
      AREA,
      filled('CODE_EH', 'Entité hydrographique', { maxLength: 10 }),
      optional('VER_SI_EXT', 'Version'),
    ],
  }),
];

function table(
  name: string,
  title: string,
  noun: [string, string],
  gender: 'm' | 'f',
  geometry: TableSchema['geometry'],
  more: Pick<TableSchema, 'fields'> & Partial<TableSchema>,
): TableSchema {
  const parts = name.match(/^(.*?)(_[SLP])?$/) as RegExpMatchArray;
  const scenario = /^(INONDABLE|ISO_HT)$/.test(parts[1] as string) ? '(_[a-z0-9_]{1,20})?' : '';
  return {
    id: `covadis-tri/2018/${name.toLowerCase()}`,
    standard: COVADIS_TRI,
    table: `N_${name}`,
    title,
    noun,
    gender,
    geometry,
    naming: new RegExp(`^n_(.+_)?${parts[1]}${scenario}${parts[2] ?? ''}(_(\\d{3}|02[ab]))?$`, 'i'),
    ...(more.key && { titleField: more.key }),
    ...more,
  };
}

function crisis(): Pick<TableSchema, 'fields' | 'key'> {
  const category = filled('CATEGORIE', 'Catégorie', { maxLength: 2, pattern: '\\d\\d' });
  return { key: 'ID_SI_EXT', fields: [...OUTER, category, COVADIS_CODE, ...IMPORTED] };
}

function heritage(): Pick<TableSchema, 'fields' | 'key'> {
  return {
    key: 'ID_SI_EXT',
    fields: [...OUTER, required('TYPE_ENJEU', 'Type d’enjeu', { maxLength: 2 }), ...IMPORTED],
  };
}

function people(): SchemaField[] {
  return [
    required('HAB_PERM', 'Habitants permanents', { type: 'integer' }),
    required('HAB_SAISON', 'Habitants saisonniers', { type: 'integer' }),
    required('TX_HAB_SAI', 'Taux d’habitants saisonniers', { type: 'integer', unit: '%' }),
  ];
}

function approval(): SchemaField[] {
  return [
    required('DATAPPRO', 'Date d’approbation', { type: 'date' }),
    required('DATFINVAL', 'Fin de validité', { type: 'date' }),
  ];
}

function metres() {
  return { type: 'number', unit: 'm', min: 0 } as const;
}

function speed() {
  return { type: 'number', unit: 'm/s', min: 0 } as const;
}
