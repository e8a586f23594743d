import type { Rank, Spread } from '../../domain/commune-ranks.ts';
import type { CommuneFigure } from '../../domain/library.ts';
import { formatAligned, formatCount, formatNumber, THIN_SPACE, unitSpace } from './format.ts';

/** How the values of a figure are written: all with the decimals that its largest one calls for. */
export interface CommuneFormat {
  /** A value with its unit; an em dash for none. */
  value(value: number | null | undefined): string;
  /** A difference of two values, with its sign; of percentages, in points. */
  gap(gap: number): string;
}

/** The format of a figure whose values are these. */
export function communeFormat(values: Iterable<number | null>, unit: string): CommuneFormat {
  const size = Math.max(0, ...Array.from(values, (value) => Math.abs(value ?? 0)));
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  const isWhole = Array.from(values).every((value) => Number.isInteger(value ?? 0));
  const format = isWhole ? formatNumber : formatAligned;
  const gapUnit = unit === '%' ? 'points' : unit;
  return {
    value: (value) =>
      value === null || value === undefined
        ? '—'
        : `${format(value, digits)}${unitSpace(unit)}${unit}`,
    gap(gap) {
      if (gap === 0) return 'égal';
      const sign = gap > 0 ? '+' : '−';
      return `${sign}${THIN_SPACE}${format(Math.abs(gap), digits)}${unitSpace(gapUnit)}${gapUnit}`;
    },
  };
}

/** What is said of the figures by which communes are compared. */
export const communes = {
  section: 'Comparer les communes',
  intro:
    'Choisissez un chiffre : sa répartition, le rang de chaque commune, et la carte de l’agglomération.',
  figure: 'Chiffre',
  choose: 'Choisir un chiffre…',
  reading: 'Calcul sur toutes les communes…',
  first: 'Calcul des chiffres des communes',
  stop: 'Arrêter',
  retry: 'Réessayer',
  rank: ({ rank, outOf }: Rank) => `${rank === 1 ? '1re' : `${rank}e`} sur ${outOf}`,
  ranking: 'Rang des communes',
  code: 'Code INSEE',
  theme: 'Thème',
  unit: 'Unité',
  spread: (
    { count, min, median, max, firstQuartile, thirdQuartile }: Spread,
    { value }: CommuneFormat,
  ) =>
    `Pour ${formatCount(count, ['commune', 'communes'])} : de ${value(min)} à ${value(max)}, médiane ${value(median)} ; la moitié entre ${value(firstQuartile)} et ${value(thirdQuartile)}.`,
  without: (count: number) =>
    `${formatCount(count, ['commune', 'communes'])} sans valeur, hors du classement.`,
  columns: {
    rank: 'Rang',
    commune: 'Commune',
    value: 'Valeur',
    gap: 'Écart à la médiane',
  },
  bins: 'Communes',
  histogram: (label: string) => `Répartition des communes : ${label}`,
  kept: (shown: number, all: number) =>
    `${formatCount(shown, ['commune affichée', 'communes affichées'])} sur ${formatNumber(all, 0)}`,
  onMap: 'Voir sur la carte',
  offMap: 'Retirer de la carte',
  focus: (name: string) => `Montrer ${name} sur la carte`,
  method: 'Méthode',
  read: 'Couches lues',
  versions: (title: string, date: string) => `${title} (au ${date})`,
  crs: (crs: string) => `Surfaces et longueurs mesurées en ${crs}.`,
  pair: 'Deux communes côte à côte',
  openPair: 'Comparer deux communes',
  closePair: 'Fermer la comparaison',
  pairIntro:
    'Tous les chiffres de deux communes, leur écart, la médiane de l’agglomération et leur rang.',
  firstCommune: 'Première commune',
  secondCommune: 'Seconde commune',
  chooseCommune: 'Choisir une commune…',
  same: 'C’est la même commune des deux côtés : choisissez-en une autre.',
  difference: 'Écart',
  median: 'Médiane',
  rankOf: (name: string) => `Rang de ${name}`,
  favourable: 'favorable',
  unfavourable: 'défavorable',
  verdict: (figure: CommuneFigure, gap: number): string | null => {
    if (!figure.better || gap === 0) return null;
    return (figure.better === 'more') === gap > 0 ? communes.favourable : communes.unfavourable;
  },
  missing: 'Non calculé',
  print: 'Imprimer',
};
