import type { MetricCrs } from './crs.ts';
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
 * say otherwise), metres of Lambert-93 or CC50 (easting first); decimal points or commas, thousands parted by spaces; the system may be
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

/** Where the two projected systems put France: x and y, `[least, most]` in metres (EPSG 2154, 3950: areas of use). */
const RANGES: Record<MetricCrs, { x: readonly [number, number]; y: readonly [number, number] }> = {
  'EPSG:2154': { x: [-400_000, 1_400_000], y: [5_900_000, 7_300_000] },
  'EPSG:3950': { x: [1_000_000, 2_500_000], y: [8_900_000, 9_500_000] },
};

const SYSTEMS: { system: TypedPosition['system']; name: RegExp }[] = [
  { system: 'EPSG:2154', name: /\b(epsg\s*:?\s*2154|lambert[\s-]*93|rgf\s*93|l\s*-?93)\b\s*:?/i },
  { system: 'EPSG:3950', name: /\b(epsg\s*:?\s*3950|cc\s*-?50)\b\s*:?/i },
  { system: 'degrees', name: /\b(epsg\s*:?\s*4326|wgs\s*-?84|gps|geo\s*:)\s*:?/i },
];

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

/** Whether a latitude and a longitude lie in the box of metropolitan France. */
const isInFrance = (lat: number, lng: number) => isWithin(lat, [41, 52]) && isWithin(lng, [-6, 10]);

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
