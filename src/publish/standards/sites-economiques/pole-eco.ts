import { filled, optional, values } from '../fields.ts';
import type { TableSchema } from '../table-schema.ts';
import { AREA_STYLE, SITES_ECO } from './standard.ts';

/** POLE-ECO: a group of economic sites; `pole_geompoint` is read as geometry. */
export const POLE_ECO: TableSchema = {
  id: 'sites-economiques/1.0.1/pole_eco',
  standard: SITES_ECO,
  table: 'POLE-ECO',
  title: 'Pôles économiques',
  noun: ['pôle économique', 'pôles économiques'],
  gender: 'm',
  geometry: 'any',
  naming: /^(.*_)?pole[-_]eco$/i,
  signature: ['pole_id', 'pole_nom', 'pole_vocadomi'],
  key: 'pole_id',
  titleField: 'pole_nom',
  style: AREA_STYLE,
  fields: [
    filled('pole_id', 'Identifiant du pôle', { unique: true }),
    filled('pole_nom', 'Nom'),
    filled('pole_vocadomi', 'Vocation dominante', {
      codes: values(
        'industrielle',
        'commerciale',
        'tertiaire',
        'artisanale',
        'touristique',
        'portuaire',
        'aéroportuaire, aéronautique',
        'entrepôts, logistique',
        'logistique agricole',
        'mixte à dominante logistique',
        'mixte, sans dominante',
        'inconnu',
        'autre',
        'sans objet',
      ),
    }),
    filled('pole_identif_date', 'Date d’identification', { type: 'date' }),
    optional('pole_actu_date', 'Date d’actualisation', { type: 'date' }),
    optional('pole_nb_site', 'Nombre de sites', { type: 'integer' }),
    optional('pole_nb_etab', 'Nombre d’établissements', { type: 'integer' }),
    optional('pole_nb_emploi', 'Nombre d’emplois', { type: 'integer' }),
    filled('pole_surface', 'Surface', { type: 'number', unit: 'ha', min: 0 }),
    optional('pole_rayonnement', 'Rayonnement', {
      codes: values(
        'international',
        'national',
        'régional',
        'local',
        'inconnu',
        'autre',
        'sans objet',
      ),
    }),
  ],
};
