import type { Feature } from 'geojson';
import type { GdalModule } from '../../src/gdal/gdal-module.ts';

/** A layer as GDAL reads it. */
export interface ReadLayer {
  name: string;
  fields: { name: string; type: string; subType?: string; width?: number }[];
  geometryType: string | undefined;
  /** Authority code of its CRS. */
  crs: string | undefined;
  features: Feature[];
}

/** All layers of `main`, one of `files`, by one driver of GDAL; coordinates as they stand in the file. */
export function readWithGdal(
  gdal: GdalModule,
  files: Record<string, Uint8Array>,
  main: string,
  driver: string,
): ReadLayer[] {
  for (const [path, bytes] of Object.entries(files)) gdal.writeFile(`/in/${path}`, bytes);
  gdal.makeFolder('/out');
  gdal.takeMessages();
  try {
    return gdal.withDataset(`/in/${main}`, driver, (dataset) => {
      if (!dataset) throw new Error(gdal.takeMessages().join('\n'));
      const { layers } = JSON.parse(gdal.describe(dataset, ['-json']));
      return layers.map(({ name, fields, geometryFields: [geometry] }: LayerInfo): ReadLayer => {
        gdal.translate(dataset, '/out/a.geojson', [...OPTIONS, name]);
        const text = new TextDecoder().decode(gdal.readFile('/out/a.geojson'));
        gdal.removeFile('/out/a.geojson');
        const id = geometry?.coordinateSystem?.projjson?.id;
        const crs = id && `${id.authority}:${id.code}`;
        return {
          name,
          fields,
          geometryType: geometry?.type,
          crs,
          features: JSON.parse(text).features,
        };
      });
    });
  } finally {
    gdal.remove('/in');
    gdal.remove('/out');
    gdal.takeMessages();
  }
}

interface LayerInfo {
  name: string;
  fields: ReadLayer['fields'];
  geometryFields: {
    type?: string;
    coordinateSystem?: { projjson?: { id?: { authority: string; code: number } } };
  }[];
}

const OPTIONS = ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=15'];
