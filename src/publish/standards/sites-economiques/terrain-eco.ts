import { filled, optional } from '../fields.ts';
import type { TableSchema } from '../table-schema.ts';
import { AREA_STYLE, SITES_ECO, YES_NO } from './standard.ts';

/** TERRAIN-ECO: a plot of an economic site; `terr_geomsurf` is read as geometry. Its last four fields are not to be published. */
export const TERRAIN_ECO: TableSchema = {
  id: 'sites-economiques/1.0.1/terrain_eco',
  standard: SITES_ECO,
  table: 'TERRAIN-ECO',
  title: 'Terrains économiques',
  noun: ['terrain économique', 'terrains économiques'],
  gender: 'm',
  geometry: 'polygon',
  naming: /^(.*_)?terrain[-_]eco$/i,
  signature: ['terr_id', 'site_id', 'terr_surf_brute', 'terr_etat_occup'],
  key: 'terr_id',
  titleField: 'terr_id',
  style: AREA_STYLE,
  fields: [
    filled('terr_id', 'Identifiant du terrain', { unique: true }),
    filled('site_id', 'Site économique', { references: 'SITE-ECO.site_id' }),
    optional('terr_refcad', 'Parcelles cadastrales', { separator: '|', form: 'idu' }),
    filled('terr_surf_brute', 'Superficie', { type: 'number', unit: 'ha', min: 0 }),
    optional('terr_utile', 'Compté dans la surface utile', { codes: YES_NO }),
    filled('terr_identif_date', 'Date d’identification', { type: 'date' }),
    filled('terr_actu_date', 'Date d’actualisation', { type: 'date' }),
    filled('terr_maitrise_fonc', 'Maîtrise foncière'),
    filled('terr_stade_amngt', 'Stade d’aménagement'),
    filled('terr_stade_comm', 'Stade de commercialisation'),
    filled('terr_etat_occup', 'Occupation'),
    filled('terr_usage', 'Usage'),
    optional('terr_url_cartofriches', 'Fiche Cartofriches', { form: 'url' }),
    optional('terr_cle_en_main', 'Clé en main', { codes: YES_NO }),
    optional('terr_acquereur', 'Acquéreur'),
    optional('terr_cession_date', 'Date de cession', { type: 'date' }),
    optional('terr_vente_montant', 'Montant de la vente', {
      type: 'number',
      unit: '€',
      min: 0,
    }),
    optional('terr_m2_prix', 'Prix au mètre carré', {
      type: 'number',
      unit: '€/m²',
      min: 0,
    }),
  ],
};
