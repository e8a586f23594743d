import type { MetricCrs } from '../domain/crs.ts';
import { crsInFull } from '../domain/nomenclature/metric-crs.ts';

/** The French words of the files that are taken away. A narrow no-break space stands before `;`, `:` and `%`. */
export const exportStrings = {
  sheets: { rows: 'Données', sources: 'Sources' },
  yes: 'oui',
  no: 'non',
  title: 'Titre',
  criteria: 'Critères',
  rows: 'Lignes',
  measured: 'Système des mesures',
  written: 'Système des coordonnées',
  source: 'Couche',
  columns: 'Colonnes',
  producer: 'Producteur',
  licence: 'Licence',
  date: 'Date des données',
  version: 'Version du fichier',
  notes: 'À savoir',
  link: 'Lien',
  sourceLine: (title: string, producer: string, licence: string, date: string, version: string) =>
    `${title} — ${producer} — données du ${date} — version ${version} — licence : ${licence}`,
  crs: (crs: MetricCrs | 'EPSG:4326') =>
    crs === 'EPSG:4326' ? 'WGS 84 (EPSG:4326), degrés' : `${crsInFull(crs)}, mètres`,
  remarks: {
    families: (names: string) =>
      `Les géométries sont de plusieurs familles : chacune a sa couche dans le fichier (${names}).`,
    noGeometry: (count: number) =>
      count === 1
        ? 'Une ligne n’a pas de géométrie ; elle est dans le fichier, sans forme.'
        : `${count} lignes n’ont pas de géométrie ; elles sont dans le fichier, sans forme.`,
    renamed: (names: string) => `Des colonnes ont changé de nom : ${names}.`,
    asText: (names: string) =>
      `Des valeurs ne sont pas du type de leur colonne, écrite en texte : ${names}.`,
    inexact: (names: string) =>
      `Des entiers dépassent 2⁵³, au-delà de quoi un nombre n’est plus exact ; la colonne est écrite en nombres à virgule : ${names}.`,
    longIntegers: (count: number) =>
      `${count} nombre(s) de plus de 15 chiffres sont écrits en texte : un tableur les arrondirait.`,
    oldDates: (count: number) =>
      `${count} date(s) d’avant 1900 sont écrites en texte : un tableur ne les connaît pas.`,
    longCells: (count: number) =>
      `${count} texte(s) de plus de 32 767 caractères sont coupés : une cellule n’en tient pas plus.`,
    shortNames:
      'Les noms de colonnes sont coupés à 10 caractères ; « colonnes.txt » donne la correspondance.',
    cutTexts: (count: number, columns: string) =>
      `${count} texte(s) de plus de 254 octets sont coupés, car le format n’en tient pas plus (${columns}).`,
    emptyTexts:
      'Le format ne distingue pas un texte vide d’une valeur absente ; « vrai » y est 1 et « faux » 0.',
    controls: (count: number) =>
      `${count} texte(s) contiennent des caractères de commande que le format interdit : ils sont ôtés.`,
  },
  families: { point: 'points', line: 'lignes', polygon: 'surfaces' },
  correspondence: 'Nom dans le fichier ; nom complet ; libellé',
};
