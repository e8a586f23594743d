/** The projected systems that measures may be made in; all are planar, metres, easting first. */
export const METRIC_CRS = ['EPSG:3950', 'EPSG:2154'] as const;

/** One of the projected systems that measures may be made in. */
export type MetricCrs = (typeof METRIC_CRS)[number];

/** The system of every published file: longitude and latitude in degrees, in that order. */
export const STORAGE_CRS = 'OGC:CRS84';

/**
 * PROJ definitions of the projected systems, RGF93 taken as identical to WGS 84 (EPSG:1671, 1 m).
 * Source: EPSG registry, entries 3950 (CC50) and 2154 (Lambert-93).
 */
export const PROJ_DEFINITIONS: Record<MetricCrs, string> = {
  'EPSG:3950':
    '+proj=lcc +lat_0=50 +lon_0=3 +lat_1=49.25 +lat_2=50.75 +x_0=1700000 +y_0=9200000 +ellps=GRS80 +units=m +no_defs',
  'EPSG:2154':
    '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
};
