import type { Value } from '../../domain/feature.ts';
import type { FieldType, GeometryFamily } from '../../domain/layer.ts';
import type { TableToWrite } from '../../gdal/gdal.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { projectColumn } from '../../geo/project.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import type { ExportContent, ExportCrs } from '../export-content.ts';
import type { PlainColumns } from '../plain-columns.ts';
import { exportStrings } from '../strings.ts';
import { withoutGeometry } from './geojson.ts';

/** Field as GDAL is told of it. */
export interface GdalColumn {
  name: string;
  type: FieldType;
  width?: number;
}

/** Tables for GDAL, and what a reader must know of how the rows were shared among them. */
export interface GdalTables {
  tables: TableToWrite[];
  remarks: string[];
}

/**
 * The rows of a content as one table a family of geometry, since GIS want a layer to be of one: `name` alone when there is
 * one, else `name_points`… Rows without geometry go with the family of most rows; a content without any geometry is a table of
 * attributes.
 */
export function gdalTables(
  content: ExportContent,
  { rows }: Pick<PlainColumns, 'rows'>,
  fields: GdalColumn[],
  crs: ExportCrs,
): GdalTables {
  const geometry =
    content.geometry && crs !== 'EPSG:4326'
      ? projectColumn(content.geometry, crs)
      : content.geometry;
  const families = geometry ? familiesOf(geometry) : [];
  const ownFamily = content.family
    ? FAMILY_KINDS.findIndex(([name]) => name === content.family)
    : -1;
  const kept = families.length > 0 ? families : ownFamily < 0 ? [] : [ownFamily + 1];
  const most = kept[0] ?? GEOMETRY_KIND.none;
  const kindOf = (row: number) => geometry?.kinds[row] || most;
  const tables = (kept.length > 0 ? kept : [GEOMETRY_KIND.none]).map((kind): TableToWrite => {
    const [family, ogcName] = FAMILY_KINDS[kind - 1] ?? [null, null];
    const own = rows.map((_, row) => row).filter((row) => kindOf(row) === kind);
    const isMulti = own.some((row) => geometry && partsOf(geometry, row) > 1);
    return {
      name: kept.length > 1 ? `${content.name}_${familySuffix(family)}` : content.name,
      lines: encodeLines(own, rows, geometry, isMulti),
      fields,
      geometry: ogcName && (isMulti ? `Multi${ogcName}` : ogcName),
      crs,
    };
  });
  const names = tables.map(({ name }) => name).join(', ');
  return {
    tables,
    remarks: [
      ...(tables.length > 1 ? [exportStrings.remarks.families(names)] : []),
      ...withoutGeometry(geometry),
    ],
  };
}

function familySuffix(family: GeometryFamily | null): string {
  return family ? exportStrings.families[family] : '';
}

/** The kinds of geometry that there are, that of most rows first. */
function familiesOf({ kinds }: GeometryColumn): number[] {
  const counts = new Map<number, number>();
  for (const kind of kinds) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);
}

/** In the order of `GEOMETRY_KIND`, from `point`. */
const FAMILY_KINDS = [
  ['point', 'Point'],
  ['line', 'LineString'],
  ['polygon', 'Polygon'],
] as const;

function partsOf({ partOffsets }: GeometryColumn, row: number): number {
  return partOffsets[row + 1]! - partOffsets[row]!;
}

/** Features as GeoJSON, one a line, in one array of bytes; a string could not hold those of a large answer. */
function encodeLines(
  own: number[],
  rows: Value[][],
  geometry: GeometryColumn | null,
  isMulti: boolean,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let i = 0; i < own.length; i += LINES_A_PART) {
    const lines = own.slice(i, i + LINES_A_PART).map((row) => {
      const shape = geometry && rowToGeometry(geometry, row);
      const properties = Object.fromEntries((rows[row] ?? []).map((value, c) => [`c${c}`, value]));
      return `${JSON.stringify({
        type: 'Feature',
        properties,
        geometry: shape && isMulti ? toMulti(shape) : shape,
      })}\n`;
    });
    parts.push(encoder.encode(lines.join('')));
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function toMulti(shape: NonNullable<ReturnType<typeof rowToGeometry>>) {
  if (shape.type.startsWith('Multi') || !('coordinates' in shape)) return shape;
  return { type: `Multi${shape.type}`, coordinates: [shape.coordinates] };
}

const LINES_A_PART = 5000;
