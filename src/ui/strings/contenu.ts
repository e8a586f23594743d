import type { Extent } from '../../domain/units.ts';
import type { FeatureInView, LayerInView } from '../../domain/view-contents.ts';
import { formatCount, formatLength, formatNumber } from './format.ts';
import { deBefore, joinList } from './grammar.ts';

/** The words of the map as text. */
export const contenu = {
  keysLabel: 'La carte au clavier',
  keys: [
    ['Tab', 'aller à la carte, puis à ses boutons'],
    ['Flèches', 'déplacer la carte'],
    ['+ et −', 'zoomer et dézoomer'],
    ['Entrée', 'ouvrir ce qui est sous la croix, au centre'],
    ['Échap', 'fermer la fiche ou l’outil'],
  ] as const,
  looking: 'Lecture de ce que montre la carte…',
  empty: 'Aucun objet des couches affichées n’est en vue.',
  order:
    'Les couches sont dans l’ordre de la carte, la plus haute d’abord ; les objets, du plus proche au plus éloigné du centre. Les distances sont mesurées en projection jusqu’au point le plus proche de l’objet, les directions par rapport au nord géographique.',
  base: 'Fond de plan',
  noLayer: 'Aucune couche n’est affichée à cette échelle.',
  hidden: 'Pas encore visibles à cette échelle',
  hiddenLayer: (title: string) => `${title} : zoomez pour l’afficher`,
};

/** Place and rough scale in one sentence, of an extent in degrees; `total` is how many communes the territory has. */
export function placeSentence(communes: LayerInView | null, total: number, extent: Extent): string {
  const size = `environ ${roughLength(widthOf(extent))} de large sur ${roughLength(heightOf(extent))} de haut, nord en haut`;
  return `La carte montre ${placeOf(communes, total)} : ${size}.`;
}

/** What is seen in one sentence: counts by layer where they are few, else their number. */
export function contentsSentence(
  layers: { count: number; noun: readonly [string, string] }[],
): string {
  const filled = layers.filter(({ count }) => count > 0);
  if (filled.length === 0) return contenu.empty;
  const counts = filled.map(({ count, noun }) => formatCount(count, noun));
  if (counts.length <= FEW) return `On y voit ${joinList(counts, 'et')}.`;
  const sum = filled.reduce((total, { count }) => total + count, 0);
  return `On y voit ${formatNumber(sum)} objets de ${filled.length} couches.`;
}

/** Where a feature lies: `au centre de la carte`, `à 350 m au nord-est du centre`. */
export function whereabouts({ distance, bearing }: FeatureInView): string {
  if (bearing === null) return 'au centre de la carte';
  return `à ${formatLength(distance)} ${directionOf(bearing)} du centre`;
}

/** The side of the nearest of eight directions of a bearing, in degrees clockwise from north. */
export function directionOf(bearing: number): string {
  return DIRECTIONS[Math.round(bearing / 45) % 8] as string;
}

/** How many more features than those listed a layer has in sight. */
export function othersFarther(count: number, noun: readonly [string, string]): string {
  return `et ${formatCount(count, noun)} de plus, plus loin du centre`;
}

const DIRECTIONS = [
  'au nord',
  'au nord-est',
  'à l’est',
  'au sud-est',
  'au sud',
  'au sud-ouest',
  'à l’ouest',
  'au nord-ouest',
];

/** Up to this many layers are counted one by one in a sentence that is read aloud. */
const FEW = 4;

function placeOf(communes: LayerInView | null, total: number): string {
  const first = communes?.nearest[0];
  if (!communes || !first) return 'un lieu hors du territoire';
  if (communes.count === total && total > 1) return `tout le territoire, ${total} communes`;
  const others = communes.count - 1;
  const around =
    others > 0 ? ` et ${others} autre${others > 1 ? 's' : ''} commune${others > 1 ? 's' : ''}` : '';
  if (first.bearing === null) return `${first.title}${around}`;
  return `les abords ${deBefore(first.title)}${first.title}${around}`;
}

/** Metres, to two digits. */
function roughLength(metres: number): string {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(metres)) - 1);
  return formatLength(Math.round(metres / power) * power);
}

const METRES_A_DEGREE = 111_200;

const heightOf = ([, south, , north]: Extent): number => (north - south) * METRES_A_DEGREE;

const widthOf = ([west, south, east, north]: Extent): number =>
  (east - west) * METRES_A_DEGREE * Math.cos(((south + north) * Math.PI) / 360);
