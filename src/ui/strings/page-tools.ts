/** Sentences of what the script adds to the page of a commune: a file apart, since every page fetches them. */
export const pageTools = {
  compare: 'Comparer avec une autre commune',
  print: 'Imprimer',
  printAll: 'Imprimer tout',
  pdf: 'Enregistrer en PDF',
  pdfBusy: 'Préparation du PDF…',
  pdfDone: 'Le PDF est enregistré.',
  pdfFailed:
    'Le PDF n’a pas pu être fait. Utilisez « Imprimer », puis « Enregistrer au format PDF ».',
  compareWith: 'Comparer avec…',
  compareGo: 'Comparer',
  neighboursFirst: 'Communes voisines',
  otherCommune: 'Une autre commune…',
} as const;
