import type { GdalModule } from './gdal-module.ts';

/**
 * The CRS that PROJ recognises in WKT with 90 % confidence, as `[authority, code]`; null for none. Its search is not
 * among the functions of the module, but the reader of Shapefiles runs it on each `.prj`: an empty one is read (0.5 s the
 * first time, 10 ms after).
 */
export function recognise(gdal: GdalModule, wkt: string): [string, string] | null {
  try {
    const header = emptyShapefile();
    gdal.writeFile(`${FOLDER}/crs.shp`, header);
    gdal.writeFile(`${FOLDER}/crs.shx`, header);
    gdal.writeFile(`${FOLDER}/crs.prj`, new TextEncoder().encode(wkt));
    const words = gdal.withDataset(`${FOLDER}/crs.shp`, 'ESRI Shapefile', (dataset) =>
      dataset ? gdal.describe(dataset, ['-json']) : '{}',
    );
    const { layers } = JSON.parse(words) as Description;
    const id = layers?.[0]?.geometryFields[0]?.coordinateSystem?.projjson?.id;
    return id ? [id.authority, String(id.code)] : null;
  } finally {
    gdal.takeMessages();
    gdal.remove(FOLDER);
  }
}

const FOLDER = '/crs';

interface Description {
  layers?: {
    geometryFields: {
      coordinateSystem?: { projjson?: { id?: { authority: string; code: string | number } } };
    }[];
  }[];
}

/** The header of a Shapefile of points without any; source: ESRI Shapefile Technical Description, July 1998, p. 4. */
function emptyShapefile(): Uint8Array {
  const bytes = new Uint8Array(100);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  return bytes;
}
