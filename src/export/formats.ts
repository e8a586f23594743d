import { type MetricCrs, nationalCrs } from '../domain/crs.ts';
import type { ExportCrs, WriteContent } from './export-content.ts';

/** What a menu must know of a format before its code is fetched. */
export interface ExportFormat {
  /** Ending of the file's name, without the dot. */
  extension: string;
  /** Whether it is of no use without geometry. */
  needsGeometry: boolean;
  /**
   * CRS that it may hold of mainland data, the usual one first; empty where it holds no geometry.
   */
  crs: ExportCrs[];
  /** Megabytes of libraries that its first use fetches, compressed; 0 where it is not worth a word. */
  megabytes: number;
  load(): Promise<WriteContent>;
}

/** The formats of data. A new one is a file in `writers/` and an entry here. */
export const EXPORT_FORMATS = {
  csv: {
    extension: 'csv',
    needsGeometry: false,
    crs: [],
    megabytes: 0,
    load: async () => (await import('./writers/csv.ts')).writeCsv,
  },
  xlsx: {
    extension: 'xlsx',
    needsGeometry: false,
    crs: [],
    megabytes: 0,
    load: async () => (await import('./writers/xlsx.ts')).writeXlsx,
  },
  geojson: {
    extension: 'geojson',
    needsGeometry: true,
    crs: ['EPSG:4326'],
    megabytes: 0,
    load: async () => (await import('./writers/geojson.ts')).writeGeoJson,
  },
  gpkg: {
    extension: 'gpkg',
    needsGeometry: true,
    crs: ['EPSG:2154', 'EPSG:4326'],
    megabytes: 11,
    load: async () => (await import('./writers/geopackage.ts')).writeGeoPackage,
  },
  shp: {
    extension: 'zip',
    needsGeometry: true,
    crs: ['EPSG:2154', 'EPSG:4326'],
    megabytes: 11,
    load: async () => (await import('./writers/shapefile.ts')).writeShapefile,
  },
  parquet: {
    extension: 'parquet',
    needsGeometry: true,
    crs: ['EPSG:4326', 'EPSG:2154'],
    megabytes: 0,
    load: async () => (await import('./writers/geoparquet.ts')).writeGeoParquet,
  },
  kml: {
    extension: 'kml',
    needsGeometry: true,
    crs: ['EPSG:4326'],
    megabytes: 0,
    load: async () => (await import('./writers/kml.ts')).writeKml,
  },
} satisfies Record<string, ExportFormat>;

/** Name of a format of data. */
export type ExportFormatName = keyof typeof EXPORT_FORMATS;

/**
 * The CRS that a format may hold of data measured in `metricCrs`, the usual one first: overseas the legal system is another than
 * Lambert-93, and GeoParquet, which describes its system whole, is in degrees alone.
 */
export function crsHeld(format: ExportFormatName, metricCrs: MetricCrs): ExportCrs[] {
  const legal = nationalCrs(metricCrs);
  const held: ExportCrs[] = EXPORT_FORMATS[format].crs;
  const kept = held.filter((crs) => crs === 'EPSG:4326' || legal === crs || format !== 'parquet');
  return kept.map((crs) => (crs === 'EPSG:4326' ? crs : legal));
}
