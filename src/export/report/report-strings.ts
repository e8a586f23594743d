/** The French words of a report. */
export const reportStrings = {
  kicker: (territory: string, day: string) => `${territory} · Édité le ${frenchDay(day)}`,
  map: 'Carte',
  legend: 'Légende',
  table: 'Résultats',
  criteria: 'Critères',
  sources: 'Sources',
  notes: 'À savoir',
  link: 'Retrouver cette réponse',
  scale: (scale: number) => `Échelle 1:${count(scale)}`,
  paper: 'À l’impression sur A4, à 100 % (sans « ajuster à la page »). Le nord est en haut.',
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  sourceHeadings: ['Couche', 'Producteur', 'Données du', 'Version', 'Licence'],
  moreRows: (shown: number, all: number) =>
    `${count(shown)} lignes imprimées sur ${count(all)} : exportez la réponse en tableur (XLSX) ou en CSV pour les avoir toutes.`,
  allRows: (all: number) => (all < 2 ? `${all} ligne.` : `${count(all)} lignes, toutes imprimées.`),
  noRow: 'Aucune ligne ne répond à la question.',
  moreColumns: (names: string) =>
    `Colonnes qui ne tiennent pas sur la page, à retrouver dans le tableur : ${names}.`,
  cutTexts: (cut: number) =>
    cut === 1
      ? 'Un texte trop long pour une page est coupé (…) ; il est entier dans le tableur.'
      : `${count(cut)} textes trop longs pour une page sont coupés (…) ; ils sont entiers dans le tableur.`,
  pictograms: 'Le signe ◊ tient la place d’un pictogramme, que le caractère du document n’a pas.',
  moreBars: (shown: number, all: number) => `Les ${shown} premières valeurs sur ${count(all)}.`,
  chartAlt: (title: string, bars: { label: string; text: string }[]) =>
    `Diagramme en barres. ${title} : ${bars.map(({ label, text }) => `${label}, ${text}`).join(' ; ')}.`,
  binding: 'Document d’information : seul le document opposable fait foi.',
  measured: (crs: string) => `Surfaces et longueurs planes, mesurées en ${crs}.`,
};

/** `29/02/2024` of an ISO day; what is none comes back as it is. */
export function frenchDay(iso: string): string {
  return iso.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1');
}

function count(value: number): string {
  return value.toLocaleString('fr-FR');
}
