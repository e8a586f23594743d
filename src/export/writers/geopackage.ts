import { describeInText } from '../describe-content.ts';
import type { WriteContent } from '../export-content.ts';
import { plainColumns } from '../plain-columns.ts';
import { gdalTables } from './gdal-tables.ts';

/**
 * GeoPackage 1.3 by GDAL, which is fetched: a layer a family of geometry, with types; where it comes from is the
 * description of each layer and in the metadata of the file.
 */
export const writeGeoPackage: WriteContent = async (content, crs, { signal, onStep, openGdal }) => {
  const plain = plainColumns(content, ['fid', 'geom']);
  const { tables, remarks } = gdalTables(content, plain, plain.columns, crs);
  const description = describeInText(content, content.geometry ? crs : null);
  onStep?.('library');
  const gdal = await openGdal();
  const output = `${content.name}.gpkg`;
  const settings = ['FID=fid', 'GEOMETRY_NAME=geom', `DESCRIPTION=${description}`];
  const options = [
    ...['-f', 'GPKG'],
    ...settings.flatMap((setting) => ['-lco', setting]),
    ...['-mo', `ARPENT=${description}`],
  ];
  const files = await gdal.writeTables(tables, output, options, {
    ...(signal && { signal }),
    timeLimit: TIME_LIMIT_MS,
  });
  return {
    blob: new Blob([files[output]!], { type: 'application/geopackage+sqlite3' }),
    remarks: [...plain.remarks, ...remarks],
  };
};

/** The time that a whole territory takes on a slow machine, and more. */
export const TIME_LIMIT_MS = 600_000;
