/**
 * The projected systems that measures may be made in; all are planar, metres, easting first: the nine conics of mainland France,
 * Lambert-93, and the transverse Mercators of the overseas departments.
 */
export const METRIC_CRS = [
  'EPSG:3950',
  'EPSG:3949',
  'EPSG:3948',
  'EPSG:3947',
  'EPSG:3946',
  'EPSG:3945',
  'EPSG:3944',
  'EPSG:3943',
  'EPSG:3942',
  'EPSG:2154',
  'EPSG:5490',
  'EPSG:2972',
  'EPSG:2975',
  'EPSG:4471',
] as const;

/** One of the projected systems that measures may be made in. */
export type MetricCrs = (typeof METRIC_CRS)[number];

/** The legal projected systems of France, in which its grids are drawn and its files handed over. */
export const NATIONAL_CRS = [
  'EPSG:2154',
  'EPSG:5490',
  'EPSG:2972',
  'EPSG:2975',
  'EPSG:4471',
] as const satisfies readonly MetricCrs[];

/** One of the legal projected systems: one a part of France. */
export type NationalCrs = (typeof NATIONAL_CRS)[number];

/** The system of every published file: longitude and latitude in degrees, in that order. */
export const STORAGE_CRS = 'OGC:CRS84';

/**
 * PROJ definitions of the projected systems; RGF93 and the systems of the overseas departments are taken as identical to WGS 84
 * (EPSG:1671, 1 m). Zone z of the conics has its origin at latitude z, its standard parallels 0.75° on each side and the northing
 * (z − 41) × 10⁶ + 200 000 m there.
 * Source: EPSG registry, entries 3942 to 3950 (CC42 to CC50), 2154 (Lambert-93), 5490 (UTM 20N on RGAF09), 2972 (UTM 22N on
 * RGFG95), 2975 (UTM 40S on RGR92), 4471 (UTM 38S on RGM04).
 */
export const PROJ_DEFINITIONS: Record<MetricCrs, string> = {
  'EPSG:3950': conic(50),
  'EPSG:3949': conic(49),
  'EPSG:3948': conic(48),
  'EPSG:3947': conic(47),
  'EPSG:3946': conic(46),
  'EPSG:3945': conic(45),
  'EPSG:3944': conic(44),
  'EPSG:3943': conic(43),
  'EPSG:3942': conic(42),
  'EPSG:2154':
    '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
  'EPSG:5490': mercator(-63, 0),
  'EPSG:2972': mercator(-51, 0),
  'EPSG:2975': mercator(57, 10_000_000),
  'EPSG:4471': mercator(45, 10_000_000),
};

/** The legal system of where another is used: Lambert-93 for a conic zone; one of overseas is its own. */
export function nationalCrs(crs: MetricCrs): NationalCrs {
  return NATIONAL_CRS.find((own) => own === crs) ?? 'EPSG:2154';
}

/** The systems that a planner of a territory works with: the legal one, then its own where that is another. */
export function systemsOf(crs: MetricCrs): MetricCrs[] {
  return [...new Set([nationalCrs(crs), crs])];
}

function conic(zone: number): string {
  return (
    `+proj=lcc +lat_0=${zone} +lon_0=3 +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} ` +
    `+x_0=1700000 +y_0=${(zone - 41) * 1_000_000 + 200_000} +ellps=GRS80 +units=m +no_defs`
  );
}

/** A zone of the universal transverse Mercator, by its central meridian; the northing of the equator is 0 or 10 000 km. */
function mercator(meridian: number, equator: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9996 +x_0=500000 +y_0=${equator} +ellps=GRS80 +units=m +no_defs`;
}
