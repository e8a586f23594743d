import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { provenanceOf } from '../describe-content.ts';
import type { ExportContent, WriteContent } from '../export-content.ts';
import { uniqueNames } from '../plain-columns.ts';
import { exportStrings } from '../strings.ts';
import { rewind } from './rewind.ts';

/**
 * GeoJSON (RFC 7946): WGS 84, longitude first, shells counterclockwise. Beside the features, `arpent` holds where the file
 * comes from: question, sources with their versions, CRS of the measures, link.
 */
export const writeGeoJson: WriteContent = async (content) => {
  const head = JSON.stringify({
    type: 'FeatureCollection',
    name: content.name,
    arpent: provenanceOf(content),
  });
  const parts = [`${head.slice(0, -1)},"features":[\n`];
  const lines = featureLines(content, content.geometry && rewind(content.geometry));
  for (let i = 0; i < lines.length; i += LINES_A_PART) {
    const isLast = i + LINES_A_PART >= lines.length;
    parts.push(lines.slice(i, i + LINES_A_PART).join(',\n') + (isLast ? '' : ',\n'));
  }
  parts.push('\n]}\n');
  return {
    blob: new Blob(parts, { type: 'application/geo+json' }),
    remarks: withoutGeometry(content.geometry),
  };
};

/** One feature a row, as GeoJSON text on one line; coordinates are those of `geometry`. */
function featureLines(content: ExportContent, geometry: GeometryColumn | null): string[] {
  const names = uniqueNames(
    content.columns.map(({ name }) => name),
    [],
  );
  const key = content.columns.findIndex(({ name }) => name === content.key);
  return content.rows.map((cells, row) => {
    const id = key < 0 ? null : cells[key];
    return JSON.stringify({
      type: 'Feature',
      ...((typeof id === 'string' || typeof id === 'number') && { id }),
      geometry: geometry && rowToGeometry(geometry, row),
      properties: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])),
    });
  });
}

/** The remark on rows that have no geometry, if there are any. */
export function withoutGeometry(geometry: GeometryColumn | null): string[] {
  const count = geometry?.kinds.reduce((sum, kind) => sum + Number(kind === GEOMETRY_KIND.none), 0);
  return count ? [exportStrings.remarks.noGeometry(count)] : [];
}

/** A string has an end: features are joined by so many. */
const LINES_A_PART = 10_000;
