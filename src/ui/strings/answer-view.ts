import { formatCount, formatNumber, lowerFirst, NO_BREAK_SPACE } from './format.ts';

/** The words of looking at an answer: filters, table, charts, figures, reasons. */
export const answerView = {
  shown: (shown: number, all: number, gender: 'm' | 'f') => {
    const word = gender === 'f' ? 'affichée' : 'affiché';
    return `${formatNumber(shown, 0)} ${word}${shown < 2 ? '' : 's'} sur ${formatNumber(all, 0)}`;
  },
  filters: 'Filtres',
  unfilter: (label: string) => `Retirer le filtre : ${label}`,
  unfilterAll: 'Tout retirer',
  inSight: 'dans la vue de la carte',
  inSightToggle: 'Seulement la vue de la carte',
  among: (label: string, values: string) => `${label} : ${values}`,
  others: (count: number) =>
    ` et ${count === 1 ? 'une autre' : `${formatNumber(count, 0)} autres`}`,
  contains: (label: string, text: string) =>
    `${label} contient «${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»`,
  between: (label: string, from: string, to: string) => `${label} : de ${from} à ${to}`,
  atLeast: (label: string, from: string) => `${label} : ${from} ou plus`,
  atMost: (label: string, to: string) => `${label} : ${to} ou moins`,
  since: (label: string, day: string) => `${label} : depuis le ${day}`,
  until: (label: string, day: string) => `${label} : jusqu’au ${day}`,
  fromDay: (label: string, from: string, to: string) => `${label} : du ${from} au ${to}`,
  isEmpty: (label: string) => `${label} : non renseigné`,
  empty: 'non renseigné',
  noneKept: 'Aucune ligne ne passe ces filtres.',
  columnMenu: (label: string) => `Colonne ${label} : trier, filtrer, grouper`,
  ascending: 'Trier par ordre croissant',
  descending: 'Trier par ordre décroissant',
  unsorted: 'Ne plus trier',
  group: 'Grouper par cette colonne',
  ungroup: 'Ne plus grouper',
  hide: 'Masquer la colonne',
  show: (label: string) => `Afficher la colonne ${label}`,
  moveLeft: 'Déplacer à gauche',
  moveRight: 'Déplacer à droite',
  wider: 'Élargir',
  narrower: 'Rétrécir',
  sum: 'Somme au pied du tableau',
  chart: 'Voir en graphique',
  columns: 'Colonnes',
  columnsHidden: (count: number) =>
    count === 0
      ? 'Colonnes'
      : `Colonnes (${formatNumber(count, 0)} masquée${count < 2 ? '' : 's'})`,
  showAll: 'Tout afficher',
  filterTitle: 'Filtrer',
  from: 'de',
  to: 'à',
  fromDate: 'du',
  toDate: 'au',
  text: 'contient',
  apply: 'Filtrer',
  clear: 'Retirer le filtre',
  onlyEmpty: 'Non renseignés seulement',
  findValue: 'Chercher une valeur',
  moreValues: (shown: number, all: number) =>
    `${formatNumber(shown, 0)} valeurs affichées sur ${formatNumber(all, 0)} : cherchez pour trouver les autres.`,
  badRange: 'Écrivez un nombre, ou deux, le plus petit d’abord.',
  badPeriod: 'La première date doit venir avant la seconde.',
  groupCount: (count: number, noun: readonly [string, string]) => formatCount(count, noun),
  openGroup: (label: string) => `Ouvrir le groupe ${label}`,
  closeGroup: (label: string) => `Fermer le groupe ${label}`,
  grouped: (label: string) => `Groupé par ${label}`,
  foot: 'Sommes',
  sumOf: (label: string, sum: string) => `Somme de ${label} : ${sum}`,
  stats: (mean: string, median: string, min: string, max: string) =>
    `moyenne ${mean}, médiane ${median}, de ${min} à ${max}`,
  missing: (count: number) =>
    `${formatNumber(count, 0)} ${count < 2 ? 'ligne sans valeur' : 'lignes sans valeur'}`,
  why: 'Pourquoi cette ligne\u00a0?',
  resize: (label: string) => `Largeur de la colonne ${label}`,
  reading: 'Lecture…',
  figures: 'Chiffres de la réponse',
  by: 'Par',
  barsOf: (label: string) => `Répartition par ${lowerFirst(label)}`,
  groupsShown: (shown: number, all: number) =>
    `${formatCount(shown, ['valeur affichée', 'valeurs affichées'])} sur ${formatNumber(all, 0)}.`,
  firstGroups: (count: number) => `Les ${formatNumber(count, 0)} premières`,
  sumsIn: (crs: string) => `Surfaces et longueurs en ${crs}.`,
  ofAll: (share: string, noun: string) => `${share} des ${noun} du territoire`,
  ofTotal: (share: string, what: 'area' | 'length') =>
    `${share} de leur ${what === 'area' ? 'surface' : 'longueur'} totale`,
  charts: 'Graphiques',
  addChart: 'Ajouter un graphique…',
  spread: 'Répartition de',
  scatter: 'Nuage de points',
  scatterOf: (label: string) => `${label} et…`,
  scatterWith: 'avec…',
  scatterTitle: (x: string, y: string) => `${y} selon ${lowerFirst(x)}`,
  removeChart: (label: string) => `Retirer le graphique ${label}`,
  inCells: (count: number) =>
    `${formatNumber(count, 0)} lignes, comptées par case : plus la case est foncée, plus elles sont nombreuses.`,
  row: 'Ligne',
  copySummary: 'Copier le résumé',
  copied: 'Résumé copié',
  copyRefused: 'Copie refusée par le navigateur',
};
