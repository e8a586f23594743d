/** What is said of a layer whose producer or licence nobody told. */
export const UNSAID = { producer: 'Non renseigné', licence: 'Non renseignée' };

/** Label of a key that numbers the rows. */
export const NUMBER_LABEL = 'Numéro';

/** The warning of a record whose layer is simulated. */
export const SIMULATED_WARNING =
  'Géométries simulées, pour démonstration : ne représentent pas la réalité, n’ont aucune valeur réglementaire.';

/** Title of the catalogue of a territory, by its short name. */
export function catalogueTitle(shortName: string): string {
  return `Données géographiques de ${shortName}`;
}

/** What the catalogue of a territory holds, by its name. */
export function catalogueDescription(name: string): string {
  return `Couches de l’atlas de planification du territoire : ${name}.`;
}

/** What is said of a conformity that nobody evaluated. */
export const NOT_EVALUATED = 'Conformité non évaluée.';

/** What a reference system of a record is. */
export const CRS_ROLES = {
  source: 'Système de coordonnées des données d’origine',
  file: 'Système de coordonnées du fichier distribué',
};

/** What stands before a free text on quality: neither form of ISO has a place of its own for it. */
export const QUALITY_PREFIX = 'Qualité : ';

/** INSPIRE's words for data that everybody may have. */
export const NO_LIMITATION_TEXT = 'Pas de restriction d’accès public selon INSPIRE';
