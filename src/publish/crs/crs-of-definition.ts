import { STORAGE_CRS } from '../../domain/crs.ts';
import { lambertCode } from './lambert-zones.ts';
import { parseCrs } from './parse-crs.ts';

/** What tells one system of coordinates from another, from a WKT or a PROJJSON. Angles in degrees, lengths in metres. */
export interface CrsTraits {
  name: string;
  isGeographic: boolean;
  /** Names of the datum and of the geographic system. */
  datum: string;
  /** Semi-major axis of its ellipsoid, where it is given. */
  semiMajor: number | undefined;
  /** Name of the projection; empty for a geographic system. */
  method: string;
  /** Names of parameters, in small letters without any other sign (`falseeasting`) → values. */
  parameters: Record<string, number>;
  /** Metres or degrees in its unit, where it is given. */
  unit: number | undefined;
  /** Longitude of the prime meridian east of Greenwich, where it is given. */
  primeMeridian: number | undefined;
  /** `EPSG:2154`, where it is given. */
  authority: string | undefined;
}

/**
 * The code of a system by what it is, as names and codes vary from one software to another; else by the code that it
 * gives itself; null when it has none.
 */
export function codeOfTraits(traits: CrsTraits): string | null {
  return (
    degreesCode(traits) ??
    lambertOf(traits) ??
    mercatorOf(traits) ??
    (traits.authority ? parseCrs(traits.authority) : null)
  );
}

/** A name of a parameter without case, spaces and underscores. */
export function parameterKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function degreesCode({ isGeographic, datum, unit, primeMeridian }: CrsTraits): string | null {
  const isDegrees = unit === undefined || Math.abs(unit - 1) < 1e-6;
  const isGreenwich = !primeMeridian;
  return isGeographic && isDegrees && isGreenwich && SAME_DATUM.test(datum) ? STORAGE_CRS : null;
}

function lambertOf({ method, parameters, semiMajor, unit }: CrsTraits): string | null {
  if (!/lambert.*conic/i.test(method.replaceAll('_', ' ')) || !isMetric(unit)) return null;
  if (semiMajor !== undefined && Math.abs(semiMajor - GRS80_A_M) > 1) return null;
  const easting = parameters.falseeasting ?? parameters.eastingatfalseorigin;
  const northing = parameters.falsenorthing ?? parameters.northingatfalseorigin;
  const code = lambertCode(easting ?? Number.NaN, northing ?? Number.NaN);
  if (!code) return null;
  const zone = code === 'EPSG:2154' ? null : Number(code.slice(-2));
  const [latitude, south, north] = zone ? [zone, zone - 0.75, zone + 0.75] : [46.5, 44, 49];
  const parallels = PARALLELS.flatMap((name) => parameters[name] ?? []);
  const agrees =
    [...ORIGIN_LATITUDES.flatMap((name) => parameters[name] ?? [])].every((seen) =>
      isClose(seen, latitude),
    ) &&
    [...ORIGIN_LONGITUDES.flatMap((name) => parameters[name] ?? [])].every((seen) =>
      isClose(seen, 3),
    ) &&
    parallels.every((seen) => isClose(seen, south) || isClose(seen, north));
  return agrees ? code : null;
}

function mercatorOf({ method, name, unit }: CrsTraits): string | null {
  const isWeb =
    /mercator.*auxiliary.*sphere|pseudo.?mercator/i.test(method) ||
    (/pseudo.?mercator|web.?mercator/i.test(name) && /mercator/i.test(method));
  return isWeb && isMetric(unit) ? 'EPSG:3857' : null;
}

function isMetric(unit: number | undefined): boolean {
  return unit === undefined || isClose(unit, 1);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}

const GRS80_A_M = 6378137;
const SAME_DATUM =
  /WGS.?(19)?84|world.?geodetic.?system.?(19)?84|RGF.?(19)?93|r.?seau.?g.?od.?sique.?fran.?ais.?(19)?93|ETRS.?(19)?89|european.?terrestrial.?reference.?system.?(19)?89/i;
const ORIGIN_LATITUDES = ['latitudeoforigin', 'latitudeofcenter', 'latitudeoffalseorigin'];
const ORIGIN_LONGITUDES = [
  'centralmeridian',
  'longitudeofcenter',
  'longitudeoforigin',
  'longitudeoffalseorigin',
];
const PARALLELS = [
  'standardparallel1',
  'standardparallel2',
  'latitudeof1ststandardparallel',
  'latitudeof2ndstandardparallel',
];
