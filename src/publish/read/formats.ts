import { CSV } from './csv.ts';
import { GDAL_COMPANIONS, GDAL_EXTENSIONS, readWithGdal } from './gdal-tables.ts';
import { GEOJSON, GEOJSON_LINES } from './geojson-source.ts';
import { readKml } from './kml.ts';
import { GEOPARQUET } from './parquet/geoparquet-source.ts';
import { DBASE, SHAPEFILE } from './shapefile/shapefile.ts';
import { extensionOf, type SourceFormat } from './source-format.ts';

/** What GDAL reads. A file whose name does not say its format is given to it under one that does. */
const GDAL: SourceFormat = {
  name: 'GeoPackage, MapInfo TAB et MIF, GML, EDIGEO, GPX, FlatGeobuf, XLSX, ODS, DXF',
  extensions: GDAL_EXTENSIONS,
  parts: GDAL_COMPANIONS,
  read: async ({ main, folder, extension }, context) => {
    if (extensionOf(main.path) === extension) return readWithGdal(folder, main, context);
    const renamed = { ...main, path: `${main.path}.${extension}` };
    const tables = await readWithGdal([renamed], renamed, context);
    return tables.map((table) => ({ ...table, path: main.path }));
  },
};

const KML: SourceFormat = {
  name: 'KML et KMZ',
  extensions: ['kml', 'kmz'],
  parts: [],
  read: ({ main }) => readKml(main),
};

/** Every format that is read. */
export const FORMATS: readonly SourceFormat[] = [
  GEOJSON,
  GEOJSON_LINES,
  GEOPARQUET,
  SHAPEFILE,
  CSV,
  KML,
  GDAL,
  DBASE,
];
