import type { Value } from '../../domain/feature.ts';
import { noGeometry } from '../../geo/no-geometry.ts';
import { projectColumn } from '../../geo/project.ts';
import { encodeGeoParquet } from '../../publish/write/encode-geoparquet.ts';
import { provenanceOf } from '../describe-content.ts';
import type { WriteContent } from '../export-content.ts';
import { plainColumns } from '../plain-columns.ts';
import { withoutGeometry } from './geojson.ts';
import { LAMBERT_93 } from './lambert-93.ts';

/**
 * GeoParquet 1.1, in degrees (OGC:CRS84) or Lambert-93, which its metadata then describe. Under the key `arpent`, the
 * metadata of the file hold where it comes from, as GeoJSON does.
 */
export const writeGeoParquet: WriteContent = async (content, crs) => {
  const { columns, rows, remarks } = plainColumns(content, ['geometry', 'bbox']);
  const degrees = content.geometry ?? noGeometry(rows.length);
  const isMetric = crs === 'EPSG:2154';
  const table = {
    columns: Object.fromEntries(
      columns.map(({ name }, i) => [name, rows.map((row): Value => row[i] ?? null)]),
    ),
    geometry: isMetric ? projectColumn(degrees, crs) : degrees,
  };
  const metadata = { arpent: JSON.stringify(provenanceOf(content)) };
  const bytes = encodeGeoParquet({ id: content.name, fields: columns }, table, {
    ...(isMetric && { crs: LAMBERT_93 }),
    metadata,
  });
  return {
    blob: new Blob([bytes], { type: 'application/vnd.apache.parquet' }),
    remarks: [...remarks, ...withoutGeometry(content.geometry)],
  };
};
