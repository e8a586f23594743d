import { STORAGE_CRS } from '../domain/crs.ts';

/**
 * The code of a CRS that old software wrote without code and under a name of its own (MapInfo writes `unnamed`), told by
 * the parameters in its WKT 1: Lambert-93, CC42 to CC50, the Lambert zones of NTF and Lambert II étendu, UTM, Web
 * Mercator, and degrees on the datums of France. Null for any other. Source: EPSG registry, and IGN, « Projections
 * cartographiques Lambert », for the constants of the zones.
 */
export function codeByParameters(wkt: string): string | null {
  if (/^GEOGCS/.test(wkt)) return geographicCode(wkt);
  if (/\+proj=merc \+a=6378137 \+b=6378137/.test(wkt)) return 'EPSG:3857';
  if (!/^PROJCS/.test(wkt) || !/UNIT\["(met(re|er)s?|m)",1(\.0)?[,\]]/i.test(wkt)) return null;
  if (/PROJECTION\["Lambert_Conformal_Conic/.test(wkt)) return lambertCode(wkt);
  const isUtm =
    /PROJECTION\["Transverse_Mercator"/.test(wkt) && number(wkt, 'false_easting') === 500_000;
  if (!isUtm || number(wkt, 'scale_factor') !== 0.9996) return null;
  return utmCode(wkt, number(wkt, 'central_meridian'), number(wkt, 'false_northing'));
}

function lambertCode(wkt: string): string | null {
  const zones = isNtf(wkt) ? NTF_ZONES : isModern(wkt) ? RGF93_ZONES : [];
  const meridian = toDegrees(number(wkt, 'central_meridian'), wkt) + (isParis(wkt) ? PARIS : 0);
  const zone = zones.find(([, east, north, latitude, parallels]) => {
    const isPlaced =
      isNear(number(wkt, 'false_easting'), east, 0.01) &&
      isNear(number(wkt, 'false_northing'), north, 0.01) &&
      isNear(toDegrees(number(wkt, 'latitude_of_origin'), wkt), latitude, 1e-6) &&
      isNear(meridian, isNtf(wkt) ? PARIS : 3, 1e-5);
    return isPlaced && (!parallels || hasParallels(wkt, parallels));
  });
  return zone ? `EPSG:${zone[0]}` : null;
}

/** Whether the standard parallels are those, in any order. */
function hasParallels(wkt: string, parallels: readonly number[]): boolean {
  const seen = [number(wkt, 'standard_parallel_1'), number(wkt, 'standard_parallel_2')];
  seen.sort((a, b) => a - b);
  return parallels.every((parallel, i) => isNear(seen[i]!, parallel, 1e-6));
}

function number(wkt: string, name: string): number {
  return Number(wkt.match(new RegExp(`PARAMETER\\["${name}",([-\\d.eE]+)`, 'i'))?.[1]);
}

function isNear(seen: number, wanted: number, tolerance: number): boolean {
  return Math.abs(seen - wanted) < tolerance;
}

/** Longitude of Paris from Greenwich, degrees. */
const PARIS = 2.33722917;

/** Code, false easting and northing (m), latitude of origin and standard parallels (degrees). */
type Zone = [
  code: number,
  east: number,
  north: number,
  latitude: number,
  parallels?: [number, number],
];

const RGF93_ZONES: Zone[] = [
  [2154, 700_000, 6_600_000, 46.5, [44, 49]],
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map((zone): Zone => {
    const north = (zone - 41) * 1_000_000 + 200_000;
    return [3900 + zone, 1_700_000, north, zone, [zone - 0.75, zone + 0.75]];
  }),
];

const NTF_ZONES: Zone[] = [
  [27561, 600_000, 200_000, 49.5],
  [27562, 600_000, 200_000, 46.8],
  [27563, 600_000, 200_000, 44.1],
  [27564, 234.358, 185_861.369, 42.165],
  [27571, 600_000, 1_200_000, 49.5],
  [27572, 600_000, 2_200_000, 46.8],
  [27573, 600_000, 3_200_000, 44.1],
  [27574, 234.358, 4_185_861.369, 42.165],
];

function utmCode(wkt: string, meridian: number, north: number): string | null {
  const zone = (meridian + 183) / 6;
  if (!Number.isInteger(zone) || zone < 1 || zone > 60) return null;
  const digits = String(zone).padStart(2, '0');
  if (isWgs84(wkt)) return north === 0 ? `EPSG:326${digits}` : `EPSG:327${digits}`;
  const isEuropean = isModern(wkt) && zone >= 28 && zone <= 38 && north === 0;
  return isEuropean ? `EPSG:258${digits}` : null;
}

function geographicCode(wkt: string): string | null {
  if (isNtf(wkt)) return isParis(wkt) ? 'EPSG:4807' : 'EPSG:4275';
  if (isParis(wkt)) return null;
  if (isWgs84(wkt)) return STORAGE_CRS;
  return isModern(wkt) ? 'EPSG:4258' : null;
}

function isWgs84(wkt: string): boolean {
  return /DATUM\["(D_)?(WGS[ _]?(19)?84|World[ _]Geodetic[ _]System[ _]1984)/i.test(wkt);
}

/** RGF93 or ETRS89, which are one to the metre. */
function isModern(wkt: string): boolean {
  return /DATUM\["[^"]*(RGF|Reseau[ _]Geodesique[ _]Francais|ETRS|European[ _]Terrestrial)/i.test(
    wkt,
  );
}

/** The ellipsoid of Clarke as the IGN modified it is that of NTF alone. */
function isNtf(wkt: string): boolean {
  return /SPHEROID\["[^"]*",6378249\.(2|145)\d*,293\.46/.test(wkt);
}

function isParis(wkt: string): boolean {
  return /PRIMEM\["[^"]*",2\.(337|59)/.test(wkt);
}

/** NTF may be given in grads. */
function toDegrees(angle: number, wkt: string): number {
  return /UNIT\["grad",/i.test(wkt) ? angle * 0.9 : angle;
}
