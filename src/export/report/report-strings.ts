/** The French words of a report. */
export const reportStrings = {
  question: 'Question posée',
  map: 'Carte',
  legend: 'Légende',
  charts: 'Répartition',
  table: 'Résultats',
  criteria: 'Critères',
  sources: 'Sources',
  notes: 'À savoir',
  link: 'Retrouver cette réponse',
  scale: (scale: number) => `Échelle 1:${scale.toLocaleString('fr-FR')}`,
  paper: 'à l’impression sur A4 sans ajustement',
  north: 'N',
  made: (day: string) => `Édité le ${day}`,
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  sourceHeadings: ['Couche', 'Producteur', 'Données du', 'Version', 'Licence'],
  moreRows: (shown: number, all: number) =>
    `${count(shown)} lignes imprimées sur ${count(all)} : exportez la réponse en tableur (XLSX) ou en CSV pour les avoir toutes.`,
  allRows: (all: number) => (all < 2 ? `${all} ligne.` : `${count(all)} lignes, toutes imprimées.`),
  noRow: 'Aucune ligne ne répond à la question.',
  moreColumns: (names: string) =>
    `Colonnes qui ne tiennent pas sur la page, à retrouver dans le tableur : ${names}.`,
  pictograms: 'Le signe ◊ tient la place d’un pictogramme, que le caractère du document n’a pas.',
  moreBars: (shown: number, all: number) => `Les ${shown} premières valeurs sur ${count(all)}.`,
  binding: 'Document d’information : seul le document opposable fait foi.',
  measured: (crs: string) => `Surfaces et longueurs planes, mesurées en ${crs}.`,
};

function count(value: number): string {
  return value.toLocaleString('fr-FR');
}
