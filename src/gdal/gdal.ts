import type { NationalCrs } from '../domain/crs.ts';
import type { FieldType } from '../domain/layer.ts';

/** One table that GDAL read. */
export interface GdalTable {
  /** Name of the layer in its file. */
  name: string;
  /** Its features as GeoJSON text in UTF-8, coordinates in `crs`, x or longitude first, heights kept. */
  geoJson: Uint8Array<ArrayBuffer>;
  /** Names and types of its fields in their order, as the file declares them. */
  fields: GdalField[];
  /** `OGC:CRS84`, `EPSG:2154`…, else WKT; null when the file says nothing. */
  crs: string | null;
  /** What GDAL warned of while it read, in its words. */
  warnings: string[];
}

/** A field of a table. */
export interface GdalField {
  name: string;
  /** Days are ISO text in the GeoJSON; times, lists and all else are `text`. */
  type: FieldType;
}

/** A table to be written. */
export interface TableToWrite {
  /** Name of the layer; that of its files for a Shapefile. */
  name: string;
  /**
   * Its rows as GeoJSON features in UTF-8, one a line, coordinates in `crs`, x or longitude first; the property of the field
   * number i is `c<i>`, days are ISO text. Either all tables have rows, or there is one.
   */
  lines: Uint8Array<ArrayBuffer>;
  /** `width` is that of text in bytes, where the format wants one. */
  fields: (GdalField & { width?: number })[];
  /** What its geometries are, as OGC names them; null for a table without any. */
  geometry: `${'' | 'Multi'}${'Point' | 'LineString' | 'Polygon'}` | null;
  crs: 'EPSG:4326' | NationalCrs;
}

/** What may be said of a call. */
export interface GdalOptions {
  signal?: AbortSignal;
  /** Milliseconds; 60 000 when nothing is said. The loading of GDAL does not count. */
  timeLimit?: number;
}

/**
 * GDAL in WebAssembly, for the formats that have no reader of our own and the CRS that we cannot project. It takes about
 * half a second and 11 MB (compressed) to load: only when one of these is met.
 */
export interface Gdal {
  /**
   * All tables of `main`, one of `files` (`path` → bytes): those beside it under its name are at hand, and the whole
   * folder for EDIGEO. Formats: those of `GDAL_FORMATS`.
   * @throws {AppError} `source-unreadable` reason `gdal`, with its words, when it cannot read the file; `xml-entities`
   * when XML declares entities; `edigeo-lots` for an exchange of several lots; `timeout` when it takes longer than
   * `timeLimit`; `format-unknown` for other formats.
   */
  readTables(
    files: Record<string, Uint8Array>,
    main: string,
    options?: GdalOptions,
  ): Promise<GdalTable[]>;
  /**
   * Positions `[x0, y0, x1, y1, …]` of any CRS that PROJ knows (an authority code, WKT, PROJJSON or a PROJ string; easting
   * or longitude first whatever its registry says) in degrees on WGS 84, longitude first; what PROJ cannot transform is
   * infinite.
   * RGF93 and ETRS89 are taken as WGS 84 (EPSG:1671, 1 m). No grids are at hand: NTF (Lambert I to IV, Lambert II étendu)
   * goes through the three parameters of the IGN (EPSG:1193), right to about 2 m.
   * @throws {AppError} `crs-unknown` reason `unknown`.
   */
  toDegrees(xy: Float64Array, crs: string): Promise<Float64Array>;
  /** The authority code of a CRS that is defined by WKT, PROJJSON or a PROJ string, as `EPSG:2154`; null when it has none. */
  identifyCrs(definition: string): Promise<string | null>;
  /**
   * The files that `ogr2ogr` with these options makes of tables: those of `output`, a file name or a folder.
   * @throws {AppError} `engine-failed` with its words when it cannot write them; `source-unreadable` reason `timeout`.
   */
  writeTables(
    tables: readonly TableToWrite[],
    output: string,
    toGdalOptions: readonly string[],
    options?: GdalOptions,
  ): Promise<Record<string, Uint8Array<ArrayBuffer>>>;
}
