import type { SplitKind } from '../../state/split.ts';
import { formatCount, formatMoment, formatNumber } from './format.ts';

/** How the two maps stand, as the panel offers it. */
export const splitKinds: Record<SplitKind, string> = {
  volet: 'Volet à glisser, gauche et droite',
  'volet-haut': 'Volet à glisser, haut et bas',
  cote: 'Côte à côte',
};

/** What the two sides are called, by how they stand. */
export const sideNames: Record<SplitKind, { first: string; other: string }> = {
  volet: { first: 'à gauche', other: 'à droite' },
  'volet-haut': { first: 'en haut', other: 'en bas' },
  cote: { first: 'à gauche', other: 'à droite' },
};

/** The words of the panel that compares two maps. */
export const comparer = {
  layout: 'Disposition',
  one: 'Une seule carte',
  same: 'Les deux côtés montrent encore la même chose : choisissez ci-dessous ce qui change.',
  otherSide: (kind: SplitKind) => `De l’autre côté (${sideNames[kind].other})`,
  basemap: 'Fond de plan',
  sameBasemap: 'Le même fond',
  layers: 'Couches',
  sameLayers: 'Les mêmes couches',
  otherLayers: 'D’autres couches',
  add: 'Ajouter une couche…',
  addLabel: 'Ajouter une couche de l’autre côté',
  none: 'Aucune couche : le fond seul.',
  up: (title: string) => `Monter « ${title} » de l’autre côté`,
  down: (title: string) => `Descendre « ${title} » de l’autre côté`,
  remove: (title: string) => `Retirer « ${title} » de l’autre côté`,
  opacity: (title: string) => `Opacité de « ${title} » de l’autre côté`,
  swap: 'Échanger les deux côtés',
  stop: 'Arrêter la comparaison',
  otherMap: 'Carte de comparaison',
  curtain: 'Volet entre les deux cartes',
  curtainPlace: 'Place du volet',
  place: (kind: SplitKind, at: number, first: string, other: string) =>
    `${formatNumber(Math.round(at * 100), 0)} %. ${capital(sideNames[kind].first)}${NO_BREAK}: ${first}. ${capital(sideNames[kind].other)}${NO_BREAK}: ${other}.`,
};

/** The words of the time slider. */
export const timeline = {
  title: 'Remonter le temps',
  layer: 'Couche',
  version: 'Version',
  none: 'Aucune couche n’a encore plusieurs versions. Elles s’ajoutent à chaque nouvelle publication d’une couche.',
  loading: 'Lecture des versions…',
  retry: 'Réessayer',
  only: (iso: string) => `Cette couche n’a qu’une version, publiée le ${formatMoment(iso)}.`,
  of: (iso: string) => `version du ${formatMoment(iso)}`,
  current: (iso: string) => `version actuelle, du ${formatMoment(iso)}`,
  count: (count: number) => formatCount(count, ['version', 'versions']),
  earlier: 'Version précédente',
  later: 'Version suivante',
  play: 'Dérouler les versions',
  pause: 'Arrêter le déroulé',
  onMap: 'Le curseur change la version montrée par la carte, et les réponses avec elle.',
  onOther: 'Le curseur change la version montrée de l’autre côté.',
  compare: 'Comparer à la version actuelle par un volet',
};

/** The words of what a side shows. */
export const sideTitle = {
  map: 'Carte',
  version: (title: string, iso: string) => `${title}, version du ${formatMoment(iso)}`,
  current: (title: string, iso: string) => `${title}, version actuelle (${formatMoment(iso)})`,
  layer: (title: string, date: string) => `${title} (${date})`,
  more: (count: number) => `et ${formatCount(count, ['autre couche', 'autres couches'])}`,
  basemap: (name: string) => `fond « ${name} »`,
  noLayer: 'Fond de plan seul',
};

const NO_BREAK = '\u00a0';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
