import type { MetricCrs } from '../../domain/crs.ts';
import type { Measured, Size } from '../../map/measure/measure-shape.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { systemsText } from './coordonnees.ts';
import { formatAligned, formatNumber, NO_BREAK_SPACE, THIN_SPACE } from './format.ts';

/** A length given in metres, to the centimetre below a kilometre, to the metre from there on: `35,20 m`, `1 234 m`. */
export function exactLength(metres: number): string {
  return `${formatAligned(metres, metres < 1000 ? 2 : 0)}${THIN_SPACE}m`;
}

/** An area given in m²: to the m², with hectares beside it from one hectare on: `12 345 m² (1,2345 ha)`. */
export function exactArea(squareMetres: number): string {
  const plain = `${formatNumber(squareMetres, 0)}${THIN_SPACE}m²`;
  return squareMetres < 10_000
    ? plain
    : `${plain} (${formatNumber(squareMetres / 10_000, 4)}${THIN_SPACE}ha)`;
}

/** How far a plane number is from that on the ellipsoid: `−0,0068 %`. */
function gap(plane: number, ellipsoid: number): string {
  if (ellipsoid === 0) return `0${THIN_SPACE}%`;
  const percent = (100 * (plane - ellipsoid)) / ellipsoid;
  const sign = percent < 0 ? '−' : '+';
  return `${sign}${formatNumber(Math.abs(percent), 4)}${THIN_SPACE}%`;
}

const sizeText = ({ length, area }: Size): string =>
  area === null ? exactLength(length) : exactArea(area);

/** Sentences of the tool that measures. */
export const mesure = {
  kinds: { line: 'Une longueur', polygon: 'Une surface', point: 'Un point' },
  kindLabel: 'Que mesurer ?',
  how: {
    line: 'Posez chaque point de la ligne, puis « Terminer » ou un double-clic. Près d’un angle de parcelle, le point s’y accroche.',
    polygon:
      'Posez chaque sommet, puis « Terminer » ou un double-clic. Près d’un angle de parcelle, le point s’y accroche.',
    point: 'Montrez l’endroit dont vous voulez les coordonnées.',
  },
  keys: 'Au clavier : déplacez la carte, puis « Ajouter le centre » (ou Entrée sur la carte) pose un point sous la croix. Retour arrière enlève le dernier.',
  centre: 'Ajouter le centre',
  undo: 'Annuler le dernier point',
  resume: 'Reprendre la mesure',
  finish: 'Terminer',
  restart: 'Recommencer',
  copy: 'Copier les chiffres',
  copied: 'Chiffres copiés',
  refused: 'Le navigateur refuse la copie',
  keep: 'Garder comme dessin',
  kept: (name: string) => `« ${name} » est dans vos dessins.`,
  ask: 'Poser une question dans ce secteur',
  typed: 'Ajouter un point par ses coordonnées',
  typedHint: (crs: MetricCrs) => `Latitude, longitude ; ou X, Y en ${systemsText(crs)}.`,
  add: 'Ajouter',
  total: 'Longueur totale',
  perimeter: 'Périmètre',
  area: 'Surface',
  sides: (count: number) => `${count} ${count > 1 ? 'segments' : 'segment'}`,
  side: (index: number) => `Segment ${index + 1}${NO_BREAK_SPACE}: `,
  crosses: 'Le contour se croise : sa surface n’a pas de sens tant qu’un sommet n’est pas déplacé.',
  few: {
    line: 'Posez un premier point, puis un second.',
    polygon: 'Posez au moins trois points.',
    point: 'Posez un point.',
  },
  meaning: 'Ce que vaut cette mesure',
  plane: (system: string, measured: Measured) =>
    `Mesuré à plat, en ${system}${NO_BREAK_SPACE}: ${sizeText(measured)}.`,
  ellipsoid: ({ ellipsoid, ...plane }: Measured) => {
    const [own, other] =
      plane.area === null ? [plane.length, ellipsoid.length] : [plane.area, ellipsoid.area ?? 0];
    return `Sur l’ellipsoïde GRS80, au niveau de la mer${NO_BREAK_SPACE}: ${sizeText(ellipsoid)}. L’écart est de ${gap(own, other)}.`;
  },
  lambert93: ({ lambert93, ellipsoid }: Measured) => {
    const [own, other] =
      lambert93.area === null
        ? [lambert93.length, ellipsoid.length]
        : [lambert93.area, ellipsoid.area ?? 0];
    return `En Lambert-93 (EPSG:2154)${NO_BREAK_SPACE}: ${sizeText(lambert93)}, soit ${gap(own, other)} par rapport à l’ellipsoïde.`;
  },
  ground:
    'Au sol, ajoutez 1,6 cm par kilomètre et par 100 m d’altitude. Les pentes ne sont pas comptées. La précision est celle des points posés : sur le plan cadastral, comptez quelques décimètres à plusieurs mètres.',
};

/** The numbers of a measure as lines of text, to be pasted elsewhere. */
export function measureText(kind: DrawingKind, measured: Measured, system: string): string {
  const { area, length, segments } = measured;
  return [
    ...(area === null ? [] : [`${mesure.area}${NO_BREAK_SPACE}: ${exactArea(area)}`]),
    `${kind === 'line' ? mesure.total : mesure.perimeter}${NO_BREAK_SPACE}: ${exactLength(length)}`,
    ...segments.map((metres, index) => `${mesure.side(index)}${exactLength(metres)}`),
    `Mesuré à plat en ${system}.`,
  ].join('\n');
}
