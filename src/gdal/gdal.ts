/** One table that GDAL read. */
export interface GdalTable {
  /** Name of the layer in its file. */
  name: string;
  /** Its features as GeoJSON text in UTF-8, coordinates in `crs`, x or longitude first, heights kept. */
  geoJson: Uint8Array<ArrayBuffer>;
  /** `OGC:CRS84`, `EPSG:2154`…, else WKT; null when the file says nothing. */
  crs: string | null;
  /** What GDAL warned of while it read, in its words. */
  warnings: string[];
}

/**
 * GDAL in WebAssembly, for the formats that have no reader of our own and the CRS that we cannot project. It takes about
 * two seconds and 14 MB (compressed) to load: only when one of these is met.
 */
export interface Gdal {
  /**
   * All tables of `main`, one of `files`, which lie in one folder (`path` → bytes).
   * @throws {AppError} `source-unreadable` reason `gdal`, with its words, when it cannot read the file;
   * reason `timeout` when it takes longer than `timeLimit` milliseconds.
   */
  readTables(
    files: Record<string, Uint8Array>,
    main: string,
    options?: { signal?: AbortSignal; timeLimit?: number },
  ): Promise<GdalTable[]>;
  /**
   * Positions `[x0, y0, x1, y1, …]` of any CRS that PROJ knows (an authority code, WKT or PROJJSON; easting or longitude
   * first whatever its registry says) in degrees, longitude first.
   * @throws {AppError} `crs-unknown` reason `unknown`.
   */
  toDegrees(xy: Float64Array, crs: string): Promise<Float64Array>;
  /** The authority code of a CRS that is defined by WKT, PROJJSON or a name, as `EPSG:2154`; null when it has none. */
  identifyCrs(definition: string): Promise<string | null>;
}
