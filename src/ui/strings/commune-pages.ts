import type { Layer } from '../../domain/layer.ts';
import { formatCount, formatDate, formatNumber, formatShortDate, THIN_SPACE } from './format.ts';
import { pageTools } from './page-tools.ts';

/** A way from the middle of a commune: one of eight, or none where the thing is all around it. */
const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'so', 'o', 'no', 'centre'] as const;

/** One of `DIRECTIONS`. */
export type Direction = (typeof DIRECTIONS)[number];

/** Sentences of the commune pages, by place. The spaces before : ; » and after « are no-break spaces. */
export const communePages = {
  skip: 'Aller au contenu',
  app: 'Arpent',
  path: 'Fil d’Ariane',
  communes: 'Communes',
  pageTitle: (name: string, territory: string) => `${name}, ${territory} | Arpent`,
  description: (name: string, territory: string) =>
    `${name} (${territory}) en chiffres : risques, urbanisme, économie, mobilité, habitat, projets, avec le rang parmi les communes, la date et la source de chaque chiffre.`,
  kicker: (code: string, territory: string) => `Commune, code INSEE ${code}. ${territory}`,
  asOf: (iso: string) => `Données au ${formatDate(iso)}`,
  actions: 'Que faire de cette page',
  openMap: 'Ouvrir sur la carte',
  compare: pageTools.compare,
  json: 'Chiffres (JSON)',

  essentials: 'L’essentiel',
  rankKey: (communes: number) =>
    `À droite, le rang parmi les ${communes} communes, la plus forte valeur d’abord.`,
  listCount: (count: number) => formatNumber(count, 0),
  rank: (rank: number) => (rank === 1 ? '1re' : `${rank}e`),
  rankOutOf: (rank: number, outOf: number) =>
    `${rank === 1 ? '1re' : `${rank}e`} sur ${formatNumber(outOf, 0)}`,
  rankLabel: (rank: number, outOf: number) =>
    `rang : ${rank === 1 ? '1re' : `${rank}e`} commune sur ${formatNumber(outOf, 0)}`,
  median: (value: string) => `médiane ${value}`,
  unknown: 'non renseigné',
  toCheck: 'à vérifier',
  toCheckTitle: 'À vérifier',
  toCheckCount: (count: number) => formatCount(count, ['point à vérifier', 'points à vérifier']),
  toCheckIntro:
    'Les documents ou les données se contredisent sur ces points. Toutes les versions sont données, sans choisir.',

  figuresOf: (title: string) => `${title} : chiffres de la commune`,
  listOf: (title: string, commune: string) => `${title}, commune de ${commune}`,
  columns: {
    figure: 'Chiffre et source',
    value: 'Valeur',
    place: (communes: number) => `Parmi les ${communes} communes`,
  },
  strip: 'De la plus faible valeur (à gauche) à la plus forte ; le trait du milieu est la médiane.',
  source: 'Source',
  sources: (texts: string[]) => `${texts.length > 1 ? 'Sources' : 'Source'} : ${texts.join(' ; ')}`,
  layerSource: (title: string, date: string) => `${title} (${formatShortDate(date)})`,
  documentSource: (title: string, reference: string) => `${title}, ${reference}`,
  methods: 'Comment ces chiffres sont trouvés',
  methodsTitle: 'Comment les chiffres des communes sont trouvés',
  methodsPageTitle: (territory: string) =>
    `Méthodes des chiffres des communes, ${territory} | Arpent`,
  methodsIntro:
    'Pour chaque chiffre des pages des communes, ce qui est compté et comment ; la source et sa date sont sur la page de la commune.',
  askList: 'Retrouver ces lignes sur la carte',
  scroll: (title: string) => `${title} : tableau à faire défiler`,
  empty: '—',

  map: 'La commune en carte',
  mapAlt: (name: string, layers: string[]) =>
    `Carte de ${name} : ${layers.join(', ')}. Son contenu est décrit plus bas, sous « La carte en mots ».`,
  mapScale: (scale: number) =>
    `Nord en haut. Imprimée à 100${THIN_SPACE}% sur A4 : 1/${formatNumber(scale, 0)}.`,
  mapWordsLink: 'Lire la carte en mots',
  legend: 'Légende',
  mapWords: 'La carte en mots',
  mapWordsIntro:
    'Ce que la carte montre dans la commune : par couche, la surface, la longueur ou le nombre, et de quel côté du centre de la commune.',
  mapWordsCaption: (name: string) => `Ce que montre la carte de ${name}`,
  mapColumns: { layer: 'Couche', what: 'Quoi', amount: 'Combien', where: 'Où' },
  mapNothing: 'rien dans la commune',
  mapMissing: 'La carte de cette commune n’a pas encore été dessinée.',
  others: (count: number, noun: Layer['noun']) => `${formatCount(count, noun)} de plus`,
  directions: {
    n: 'au nord',
    ne: 'au nord-est',
    e: 'à l’est',
    se: 'au sud-est',
    s: 'au sud',
    so: 'au sud-ouest',
    o: 'à l’ouest',
    no: 'au nord-ouest',
    centre: 'au centre ou de part et d’autre',
  } satisfies Record<Direction, string>,

  neighbours: 'Communes voisines',
  compareNeighbour: 'comparer',
  compareNeighbourLabel: (name: string, other: string) => `Comparer ${name} et ${other}`,
  sourcesTitle: 'Sources et dates',
  sourcesIntro: 'Chaque chiffre vient de ces couches, dans cette version, ou de ces documents.',
  sourcesCaption: 'Couches lues pour cette page',
  sourceColumns: { title: 'Couche', date: 'À jour au', version: 'Version' },
  documents: 'Documents cités',
  disclaimer:
    'Page d’information. Pour le plan local d’urbanisme et les plans de prévention des risques, seul le document opposable fait foi.',
  footer: (territory: string) => `${territory}. Page faite par Arpent, lisible sans JavaScript.`,

  indexTitle: (communes: number) => `Les ${communes} communes`,
  indexPageTitle: (territory: string) => `Les communes, ${territory} | Arpent`,
  indexDescription: (territory: string) =>
    `Une page par commune (${territory}) : chiffres, rangs, carte, projets, sources.`,
  indexIntro:
    'Chaque commune a sa page : les chiffres, leur rang et leur médiane, une carte, les projets, les sources. Elle s’imprime sur une feuille.',
  indexCaption: 'Les communes, par ordre alphabétique',
  indexName: 'Commune',
  filter: 'Filtrer par nom ou par code',
  filtered: (shown: number, all: number) =>
    shown === 0
      ? 'Aucune commune ne correspond.'
      : `${formatCount(shown, ['commune affichée', 'communes affichées'])} sur ${formatNumber(all, 0)}`,

  comparisonTitle: 'Comparer deux communes',
  comparisonPageTitle: (territory: string) => `Comparer deux communes, ${territory} | Arpent`,
  comparisonDescription: (territory: string) =>
    `Tous les chiffres de deux communes côte à côte (${territory}), et leur différence en mots.`,
  comparisonIntro:
    'Tous les chiffres de deux communes côte à côte, leur différence dite en mots, leur rang et la médiane.',
  comparisonNoScript:
    'Mettre deux communes côte à côte demande JavaScript, qui est désactivé ici. Sans lui, ouvrez la page de chaque commune : chaque chiffre y est donné avec son rang et la médiane, et se compare donc d’une page à l’autre.',
  first: 'Première commune',
  second: 'Seconde commune',
  choose: 'Choisir une commune…',
  chooseBoth: 'Choisissez deux communes.',
  same: 'C’est la même commune des deux côtés : choisissez-en une autre.',
  loading: 'Lecture des chiffres…',
  loaded: (first: string, second: string) => `${first} et ${second} sont comparées.`,
  failed: (names: string) =>
    `Les chiffres de ${names} n’ont pas pu être lus. Vérifiez votre connexion, puis choisissez à nouveau.`,
  comparisonCaption: (title: string, first: string, second: string) =>
    `${title} : ${first} et ${second}`,
  comparisonColumns: { figure: 'Chiffre', difference: 'Différence' },
  equal: 'autant',
  points: 'points',
  more: (gap: string, name: string) => `${gap} de plus pour ${name}`,
  times: (factor: string) => `${factor} fois plus`,
  favourable: (name: string) => `à l’avantage de ${name}`,
  notComparable: 'non comparable',
  listUnit: 'lignes',
  rows: (count: number) => formatCount(count, ['ligne', 'lignes']),
} as const;
