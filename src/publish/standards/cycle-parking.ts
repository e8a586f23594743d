import { filled, optional, values } from './fields.ts';
import type { TableSchema } from './table-schema.ts';

/** National schema "stationnement cyclable" 1.1.2, CSV; `coordonneesxy` is read as geometry. */
export const CYCLE_PARKING: TableSchema = {
  id: 'stationnement-cyclable/1.1.2',
  standard: 'Stationnement cyclable 1.1.2',
  table: 'stationnement_cyclable',
  title: 'Stationnements cyclables',
  noun: ['stationnement', 'stationnements'],
  gender: 'm',
  geometry: 'point',
  signature: ['id_local', 'capacite', 'type_accroche', 'mobilier'],
  key: 'id_local',
  titleField: 'id_local',
  style: { symbol: { fill: '#1c5d7d', line: '#fbfaf6', lineWidth: 1.5, radius: 5 } },
  fields: [
    filled('id_local', 'Identifiant', { unique: true }),
    optional('id_osm', 'Identifiant OpenStreetMap'),
    optional('code_com', 'Code INSEE', { form: 'insee' }),
    optional('coordonneesxy', 'Coordonnées'),
    filled('capacite', 'Places', { type: 'integer', min: 0 }),
    optional('capacite_cargo', 'Places pour vélos cargos', { type: 'integer', min: 0 }),
    filled('type_accroche', 'Accroche', {
      codes: values('ROUE', 'CADRE', 'CADRE ET ROUE', 'SANS ACCROCHE'),
    }),
    optional('mobilier', 'Mobilier', {
      codes: values(
        'ARCEAU',
        'RATELIER',
        'RACK DOUBLE ETAGE',
        'CROCHET',
        'SUPPORT GUIDON',
        'POTELET',
        'ARCEAU VELO GRANDE TAILLE',
        'AUCUN EQUIPEMENT',
        'AUTRE',
      ),
    }),
    optional('acces', 'Accès', {
      codes: values('LIBRE ACCES', 'ABONNEMENT OU INSCRIPTION PREALABLE', 'PRIVE'),
    }),
    optional('gratuit', 'Gratuit', { type: 'boolean' }),
    optional('protection', 'Protection', {
      codes: values(
        'STATIONNEMENT NON FERME',
        'CONSIGNE COLLECTIVE FERMEE',
        'BOX INDIVIDUEL FERME',
        'AUTRE',
      ),
    }),
    optional('couverture', 'Couvert', { type: 'boolean' }),
    optional('surveillance', 'Surveillé', { type: 'boolean' }),
    optional('lumiere', 'Éclairé', { type: 'boolean' }),
    optional('url_info', 'Informations', { form: 'url' }),
    optional('d_service', 'Année de mise en service', { type: 'integer', min: 1800, max: 2200 }),
    optional('source', 'Source'),
    optional('proprietaire', 'Propriétaire'),
    optional('gestionnaire', 'Gestionnaire'),
    optional('date_maj', 'Mise à jour', { type: 'date' }),
    optional('commentaires', 'Commentaires'),
  ],
};
