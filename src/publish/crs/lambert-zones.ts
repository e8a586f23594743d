import { PROJ_DEFINITIONS } from '../../domain/crs.ts';

/** Zones of the nine conic conformal systems of France (CC42 to CC50), EPSG codes 3942 to 3950. */
const ZONES = [42, 43, 44, 45, 46, 47, 48, 49, 50];

/**
 * PROJ definitions of the projected systems that can be published: Lambert-93 and CC42 to CC50. Zone z has its origin
 * at latitude z, standard parallels 0.75° on each side, easting 1 700 000 m and northing (z − 41) × 10⁶ + 200 000 m.
 * Source: EPSG registry, entries 2154 and 3942 to 3950.
 */
export const LAMBERT_DEFINITIONS: Record<string, string> = {
  'EPSG:2154': PROJ_DEFINITIONS['EPSG:2154'],
  ...Object.fromEntries(
    ZONES.map((zone) => [
      `EPSG:${3900 + zone}`,
      `+proj=lcc +lat_0=${zone} +lon_0=3 +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} ` +
        `+x_0=1700000 +y_0=${falseNorthing(zone)} +ellps=GRS80 +units=m +no_defs`,
    ]),
  ),
};

/** The code of the system with that false origin, metres; null when it is none of ours. */
export function lambertCode(falseEasting: number, northing: number): string | null {
  if (falseEasting === 700_000 && northing === 6_600_000) return 'EPSG:2154';
  const zone = ZONES.find((candidate) => falseNorthing(candidate) === northing);
  return zone && falseEasting === 1_700_000 ? `EPSG:${3900 + zone}` : null;
}

function falseNorthing(zone: number): number {
  return (zone - 41) * 1_000_000 + 200_000;
}
