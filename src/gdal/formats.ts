/** A format that GDAL may be given. */
export interface GdalFormat {
  /** The one driver of GDAL that may open it: never one that refers to other sources (VRT) or asks the network. */
  driver: string;
  /** Extensions of the files that stand beside it under the same name, and that it needs or may use. */
  beside?: string[];
  /** Whether it is XML text. */
  isXml?: boolean;
  /** The only layers to read of those that the driver makes. */
  layers?: string[];
  /** Layers that are no data. */
  without?: string[];
  /** Whether the driver declares fields of its own, that the file need not have. */
  hasFixedFields?: boolean;
  /** Names of tables that tell nothing of what is in them. */
  emptyNames?: RegExp;
}

/** What spreadsheets call a sheet that nobody has named. */
const UNNAMED_SHEET = /^(feuil|feuille|sheet)\s?\d+$/i;

/** Where QGIS keeps styles and projects. */
const QGIS_TABLES = ['layer_styles', 'qgis_projects'];

/** Extension of a file, lower case → what opens it. */
export const GDAL_FORMATS: Record<string, GdalFormat> = {
  gpkg: { driver: 'GPKG', without: QGIS_TABLES },
  sqlite: { driver: 'SQLite', without: QGIS_TABLES },
  tab: { driver: 'MapInfo File', beside: ['dat', 'map', 'id', 'ind'] },
  mif: { driver: 'MapInfo File', beside: ['mid'] },
  gml: { driver: 'GML', beside: ['xsd', 'gfs'], isXml: true },
  thf: { driver: 'EDIGEO', beside: ['vec', 'qal', 'geo', 'dic', 'scd', 'gen'] },
  gpx: {
    driver: 'GPX',
    isXml: true,
    layers: ['waypoints', 'routes', 'tracks'],
    hasFixedFields: true,
    emptyNames: /^(waypoints|routes|tracks)$/,
  },
  fgb: { driver: 'FlatGeobuf' },
  xlsx: { driver: 'XLSX', emptyNames: UNNAMED_SHEET },
  ods: { driver: 'ODS', emptyNames: UNNAMED_SHEET },
  dxf: { driver: 'DXF', hasFixedFields: true, emptyNames: /^entities$/ },
};

/** The extension of a path, lower case, without its dot; empty when it has none. */
export function extensionOf(path: string): string {
  return path.match(/\.([^./\\]+)$/)?.[1]?.toLowerCase() ?? '';
}
