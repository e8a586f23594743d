import { type MetricCrs, systemsOf } from '../../domain/crs.ts';
import type { ErrorData } from '../../domain/errors.ts';
import { CRS_NAMES } from '../../domain/nomenclature/metric-crs.ts';
import type { TypedPosition } from '../../domain/parse-position.ts';
import type { LngLat } from '../../domain/units.ts';
import { formatAligned, NO_BREAK_SPACE } from './format.ts';

/** Degrees with a point, as software reads them, to seven decimals (1 cm): latitude, longitude. */
export const decimalDegrees = ([lng, lat]: LngLat): string =>
  `${lat.toFixed(7)}, ${lng.toFixed(7)}`;

/** Degrees, minutes and seconds to a hundredth (30 cm): `50° 31′ 49,08″ N, 2° 38′ 25,80″ E`. */
export function sexagesimal([lng, lat]: LngLat): string {
  return `${angle(lat, 'N', 'S')}, ${angle(lng, 'E', 'O')}`;
}

/** Metres to a centimetre, with a point and without thousands, as software reads them: easting, northing. */
export const plainMetres = (x: number, y: number): string => `${x.toFixed(2)}, ${y.toFixed(2)}`;

function angle(value: number, positive: string, negative: string): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  const degrees = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const seconds = (hundredths % 6000) / 100;
  const side = value < 0 ? negative : positive;
  return `${degrees}° ${String(minutes).padStart(2, '0')}′ ${formatAligned(seconds, 2).padStart(5, '0')}″ ${side}`;
}

/** `Lambert-93 ou CC50`. */
export const systemsText = (crs: MetricCrs) =>
  systemsOf(crs)
    .map((own) => CRS_NAMES[own])
    .join(' ou ');

const systemText = (system: TypedPosition['system']) =>
  system === 'degrees'
    ? 'WGS 84, en degrés (latitude, longitude)'
    : `${CRS_NAMES[system]}, en mètres (X, Y)`;

/** Sentences of the tool that tells and takes coordinates. */
export const coordonnees = {
  here: {
    pointer: 'Sous le pointeur',
    centre: 'Au centre de la carte (sous la croix)',
    marked: 'Au repère',
  },
  noView: 'Les coordonnées apparaîtront quand la carte sera là.',
  rows: {
    decimal: 'WGS 84, degrés (latitude, longitude)',
    sexagesimal: 'WGS 84, degrés minutes secondes',
    metres: (crs: MetricCrs) => `${CRS_NAMES[crs]}, ${crs} (X est, Y nord)`,
  },
  copy: (row: string) => `Copier : ${row}`,
  copied: 'Copié',
  refused: 'Le navigateur refuse la copie : sélectionnez le texte.',
  goTitle: 'Aller à des coordonnées',
  label: 'Coordonnées',
  hint: (crs: MetricCrs) =>
    `Ordre attendu : latitude, longitude (48,85 2,35 ou 50° 31′ 49″ N 2° 38′ 26″ E) ; ou X, Y en ${systemsText(crs)}.`,
  go: 'Y aller',
  mark: 'Marquer le centre',
  unmark: 'Enlever le repère',
  keep: 'Garder comme dessin',
  measure: 'Cette position',
  precision:
    'RGF93 et WGS 84 sont pris pour identiques, ce qui est vrai à un mètre près ; les conversions entre eux sont exactes au millimètre.',
  understood: ({ system, isSwapped, isUnsure }: TypedPosition) => {
    const read = `Lu comme ${systemText(system)}`;
    if (isUnsure) {
      return `${read}. Les deux ordres étaient possibles : si ce n’est pas là, écrivez « lat » et « lon » devant les nombres.`;
    }
    if (!isSwapped) return `${read}.`;
    return system === 'degrees'
      ? `${read}${NO_BREAK_SPACE}: la longitude était donnée d’abord, les deux ont été remises dans l’ordre.`
      : `${read}${NO_BREAK_SPACE}: le nord (Y) était donné d’abord, les deux ont été remis dans l’ordre.`;
  },
  outside: 'Ce point est hors du territoire : la carte y va, mais les données s’arrêtent avant.',
};

/** Why a text that was typed is no position, and what to write. */
export function positionProblem({ context }: ErrorData): string {
  const { reason, text } = context;
  const wrote = text ? `« ${text} »${NO_BREAK_SPACE}: ` : '';
  if (reason === 'position-minutes') {
    return `${wrote}les minutes et les secondes vont de 0 à 59.`;
  }
  if (reason === 'position-degrees') {
    return `${wrote}une latitude va de −90 à 90, une longitude de −180 à 180.`;
  }
  if (reason === 'position-system') {
    return `${wrote}ces mètres ne tombent en France ni en Lambert-93 (X de −400 000 à 1 400 000, Y de 5 900 000 à 7 300 000), ni en CC42 à CC50 (X vers 1 700 000), ni dans un système d’outre-mer. Vérifiez le système et l’ordre : X (est), puis Y (nord).`;
  }
  return `${wrote}deux nombres sont attendus, la latitude puis la longitude (50,53 2,64), ou X puis Y en mètres.`;
}
