import { METRIC_CRS, type MetricCrs } from './crs.ts';
import { AppError } from './errors.ts';
import { splitNumbers } from './split-numbers.ts';

/** A position that was typed, and how it was understood. */
export interface TypedPosition {
  /** Degrees (WGS 84), or the projected system. */
  system: 'degrees' | MetricCrs;
  /** Longitude then latitude in degrees, or easting then northing in metres. */
  position: readonly [number, number];
  /** Whether the two numbers came in the other order than the one that is asked for: latitude, longitude; easting, northing. */
  isSwapped: boolean;
  /** Whether either order would have made sense: the one asked for was taken. */
  isUnsure: boolean;
}

/**
 * The position that a text names: decimal degrees, degrees with minutes and seconds (latitude first unless letters, names or values
 * say otherwise), metres of a projected system of France (easting first); decimal points or commas, thousands parted by spaces; the system may be
 * named (`EPSG:2154`, `L93`, `CC50`, `WGS 84`), the axes too (`lat`, `lon`, `X`, `Y`, `N`, `E`, `O` and `W` for west).
 * @throws {AppError} `geometry-invalid` with `reason`: `position-pair` (no two numbers), `position-minutes` (60 minutes or seconds),
 * `position-degrees` (beyond 90 or 180), `position-system` (metres that no known system has here), each with the `text`.
 */
export function parsePosition(text: string): TypedPosition {
  const named = SYSTEMS.find(({ name }) => name.test(text));
  const bare = named ? text.replace(named.name, ' ') : text;
  const pair = splitNumbers(bare);
  if (!pair) throw refused('pair', text);
  const { first, second, axes } = pair;
  if (pair.isOverSixty) throw refused('minutes', text);
  const isSmall = Math.abs(first) <= 180 && Math.abs(second) <= 180;
  const system = named?.system ?? (isSmall ? 'degrees' : systemOfMetres(first, second));
  if (!system) throw refused('system', text);
  return system === 'degrees'
    ? inDegrees(first, second, axes, text)
    : inMetres(first, second, axes, system, text);
}

interface Range {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Where the projected systems put their part of France: x and y, `[least, most]` in metres (EPSG: areas of use). */
const RANGES = Object.fromEntries(METRIC_CRS.map((crs) => [crs, rangeOf(crs)])) as Record<
  MetricCrs,
  Range
>;

function rangeOf(crs: MetricCrs): Range {
  if (crs === 'EPSG:2154') return { x: [-400_000, 1_400_000], y: [5_900_000, 7_300_000] };
  if (crs === 'EPSG:5490') return { x: [400_000, 900_000], y: [1_550_000, 2_050_000] };
  if (crs === 'EPSG:2972') return { x: [90_000, 700_000], y: [200_000, 700_000] };
  if (crs === 'EPSG:2975') return { x: [200_000, 500_000], y: [7_500_000, 7_800_000] };
  if (crs === 'EPSG:4471') return { x: [450_000, 600_000], y: [8_500_000, 8_650_000] };
  const origin = (Number(crs.slice(-2)) - 41) * 1_000_000 + 200_000;
  return { x: [1_000_000, 2_500_000], y: [origin - 300_000, origin + 300_000] };
}

const SYSTEMS: { system: TypedPosition['system']; name: RegExp }[] = [
  { system: 'EPSG:2154', name: /\b(epsg\s*:?\s*2154|lambert[\s-]*93|rgf\s*93|l\s*-?93)\b\s*:?/i },
  ...METRIC_CRS.filter((crs) => crs !== 'EPSG:2154').map((crs) => ({
    system: crs,
    name: nameOf(crs),
  })),
  { system: 'degrees', name: /\b(epsg\s*:?\s*4326|wgs\s*-?84|gps|geo\s*:)\s*:?/i },
];

/** `EPSG:3950`, `CC50`; of overseas the code alone. */
function nameOf(crs: MetricCrs): RegExp {
  const code = crs.slice('EPSG:'.length);
  const zone = code.startsWith('39') ? `|cc\\s*-?${code.slice(-2)}` : '';
  return new RegExp(`\\b(epsg\\s*:?\\s*${code}${zone})\\b\\s*:?`, 'i');
}

const isWithin = (value: number, [least, most]: readonly [number, number]) =>
  value >= least && value <= most;

/** Whether a pair, in this order, lies where a system puts France. */
function fits(x: number, y: number, crs: MetricCrs): boolean {
  return isWithin(x, RANGES[crs].x) && isWithin(y, RANGES[crs].y);
}

function systemOfMetres(first: number, second: number): MetricCrs | null {
  const systems = Object.keys(RANGES) as MetricCrs[];
  return systems.find((crs) => fits(first, second, crs) || fits(second, first, crs)) ?? null;
}

type Axes = NonNullable<ReturnType<typeof splitNumbers>>['axes'];

function inDegrees(first: number, second: number, axes: Axes, text: string): TypedPosition {
  const looksSwapped = isInFrance(second, first) && !isInFrance(first, second);
  const isSwapped = axes ? axes === 'east-north' : looksSwapped || Math.abs(first) > 90;
  const [lat, lng] = isSwapped ? [second, first] : [first, second];
  if (Math.abs(lat) > 90) throw refused('degrees', text);
  const isUnsure =
    !axes && !isInFrance(lat, lng) && Math.abs(first) <= 90 && Math.abs(second) <= 90;
  return { system: 'degrees', position: [lng, lat], isSwapped, isUnsure };
}

/** Whether a latitude and a longitude lie in the box of metropolitan France or of an overseas department. */
const isInFrance = (lat: number, lng: number) =>
  FRENCH_BOXES.some(([lats, lngs]) => isWithin(lat, lats) && isWithin(lng, lngs));

/** Latitudes and longitudes: mainland, the Antilles, Guyane, La Réunion, Mayotte. */
const FRENCH_BOXES: [readonly [number, number], readonly [number, number]][] = [
  [
    [41, 52],
    [-6, 10],
  ],
  [
    [14, 18.6],
    [-63.7, -60],
  ],
  [
    [2, 6],
    [-54.7, -51],
  ],
  [
    [-22, -20],
    [55, 56],
  ],
  [
    [-14, -12],
    [44, 46],
  ],
];

function inMetres(
  first: number,
  second: number,
  axes: Axes,
  system: MetricCrs,
  text: string,
): TypedPosition {
  const isSwapped = axes
    ? axes === 'north-east'
    : !fits(first, second, system) && fits(second, first, system);
  const [x, y] = isSwapped ? [second, first] : [first, second];
  if (!fits(x, y, system)) throw refused('system', text);
  return { system, position: [x, y], isSwapped, isUnsure: false };
}

function refused(reason: 'pair' | 'minutes' | 'degrees' | 'system', text: string): AppError {
  const context = { reason: `position-${reason}`, text: text.trim() };
  return new AppError('geometry-invalid', `"${text}" is no position: ${reason}`, context);
}
