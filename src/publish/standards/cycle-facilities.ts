import type { LayerSymbol } from '../../domain/layer.ts';
import { filled, optional, values } from './fields.ts';
import type { SchemaField, TableSchema } from './table-schema.ts';

const KINDS = values(
  'PISTE CYCLABLE',
  'BANDE CYCLABLE',
  'DOUBLE SENS CYCLABLE PISTE',
  'DOUBLE SENS CYCLABLE BANDE',
  'DOUBLE SENS CYCLABLE NON MATERIALISE',
  'VOIE VERTE',
  'VELO RUE',
  'COULOIR BUS+VELO',
  'RAMPE',
  'GOULOTTE',
  'AMENAGEMENT MIXTE PIETON VELO HORS VOIE VERTE',
  'CHAUSSEE A VOIE CENTRALE BANALISEE',
  'ACCOTEMENT REVETU HORS CVCB',
  'AUCUN',
  'AUTRE',
);

/** National schema "aménagements cyclables" 0.3.5 (4 October 2024): a segment tells of both its sides. */
export const CYCLE_FACILITIES: TableSchema = {
  id: 'amenagements-cyclables/0.3.5',
  standard: 'Aménagements cyclables 0.3.5',
  table: 'amenagements_cyclables',
  title: 'Aménagements cyclables',
  noun: ['aménagement cyclable', 'aménagements cyclables'],
  gender: 'm',
  geometry: 'line',
  signature: ['id_local', 'code_com_d', 'ame_d', 'code_com_g', 'ame_g'],
  key: 'id_local',
  titleField: 'ame_d',
  style: {
    symbol: path('#5c6670', [2, 2]),
    field: 'ame_d',
    classes: [
      { value: 'PISTE CYCLABLE', label: 'Piste cyclable', symbol: path('#00735c') },
      { value: 'BANDE CYCLABLE', label: 'Bande cyclable', symbol: path('#1c5d7d', [5, 1.5]) },
      { value: 'VOIE VERTE', label: 'Voie verte', symbol: path('#3a7d1f', [1, 1]) },
      { value: 'VELO RUE', label: 'Vélorue', symbol: path('#7a4a8c', [6, 2, 1, 2]) },
    ],
    otherLabel: 'Autre aménagement',
  },
  fields: [
    filled('id_local', 'Identifiant', { unique: true }),
    optional('reseau_loc', 'Réseau', { codes: values('REV', 'Structurant', 'Autre') }),
    optional('nom_loc', 'Itinéraires locaux'),
    optional('id_osm', 'Identifiant OpenStreetMap'),
    optional('num_iti', 'Numéros d’itinéraire', { description: 'Séparés par « : ».' }),
    ...side('d', 'à droite'),
    ...side('g', 'à gauche'),
    optional('access_ame', 'Accessible aux', {
      codes: values('ROLLER', 'VELO DE ROUTE', 'VTC', 'VTT'),
    }),
    optional('date_maj', 'Mise à jour', { type: 'date' }),
    optional('trafic_vit', 'Vitesse du trafic', { type: 'integer', unit: 'km/h', min: 0 }),
    optional('lumiere', 'Éclairé', { type: 'boolean' }),
    optional('d_service', 'Année de mise en service', { type: 'integer', min: 1800, max: 2200 }),
    optional('comm', 'Remarques'),
    optional('source', 'Source'),
    optional('project_c', 'Projection d’origine'),
    optional('ref_geo', 'Référentiel'),
  ],
  formerFields: [optional('acces_ame', 'Accessible aux')],
};

function side(suffix: 'd' | 'g', where: string): SchemaField[] {
  const name = (stem: string) => `${stem}_${suffix}`;
  return [
    filled(name('code_com'), `Code INSEE ${where}`, { form: 'insee' }),
    filled(name('ame'), `Aménagement ${where}`, { codes: KINDS }),
    optional(name('regime'), `Régime ${where}`, {
      codes: values(
        'ZONE 30',
        'AIRE PIETONNE',
        'ZONE DE RENCONTRE',
        'EN AGGLOMERATION',
        'HORS AGGLOMERATION',
        'AUTRE',
      ),
    }),
    optional(name('sens'), `Sens ${where}`, { codes: values('UNIDIRECTIONNEL', 'BIDIRECTIONNEL') }),
    optional(name('largeur'), `Largeur ${where}`, { type: 'number', unit: 'm', min: 0 }),
    optional(name('local'), `Emplacement ${where}`, {
      codes: values('TROTTOIR', 'INTERMEDIAIRE', 'CHAUSSEE'),
    }),
    optional(name('statut'), `Statut ${where}`, {
      codes: values('EN TRAVAUX', 'EN SERVICE', 'PROVISOIRE'),
    }),
    optional(name('revet'), `Revêtement ${where}`, { codes: values('LISSE', 'RUGUEUX', 'MEUBLE') }),
  ];
}

function path(line: string, dash?: number[]): LayerSymbol {
  return { line, lineWidth: 2.5, ...(dash && { dash }) };
}
