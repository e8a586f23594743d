import { formatCount, formatNumber } from './format.ts';

/** Sentences about geometries that are not sound, and about checking them. */
export const geometryCheck = {
  check: 'Vérifier la géométrie',
  cancel: 'Arrêter la vérification',
  reading: 'Lecture de la couche…',
  checking: (done: number, total: number) =>
    `Vérification : ${formatNumber(done, 0)} sur ${formatNumber(total, 0)}`,
  unread: (count: number, noun: readonly [string, string]) =>
    `${formatCount(count, noun)} sans géométrie lisible : attributs conservés, rien à dessiner ni à mesurer.`,
  unsound: (count: number, noun: readonly [string, string]) =>
    `${formatCount(count, noun)} à géométrie non valide : ce qui s’y mesure peut être faux.`,
  checked: (count: number) => formatCount(count, ['géométrie vérifiée', 'géométries vérifiées']),
  sound: (count: number) => `${geometryCheck.checked(count)}, toutes valides.`,
  list: 'Objets à corriger',
  more: (count: number) => `et ${formatNumber(count, 0)} de plus`,
  show: (key: string) => `Cadrer la carte sur le défaut de ${key}`,
  /** What an answer left out: `3 friches et 1 zone du PLU`. */
  leftOut: (what: string) =>
    `Sans géométrie lisible, donc hors de tout calcul de lieu ou de mesure : ${what}.`,
};
