import type { Geometry, Position } from 'geojson';
import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/**
 * The GeoJSON geometry of one row, or null for kind `none`; a Multi* type only when it has several parts.
 * Coordinates are those of the column, unrounded: the caller sees to it that they are degrees.
 */
export function rowToGeometry(column: GeometryColumn, row: number): Geometry | null {
  const kind = column.kinds[row]!;
  if (kind === GEOMETRY_KIND.none) return null;
  const parts: Position[][][] = [];
  for (let part = column.partOffsets[row]!; part < column.partOffsets[row + 1]!; part++) {
    parts.push(ringsOf(column, part));
  }
  if (kind === GEOMETRY_KIND.polygon) {
    return parts.length === 1
      ? { type: 'Polygon', coordinates: parts[0]! }
      : { type: 'MultiPolygon', coordinates: parts };
  }
  const lines = parts.map((rings) => rings[0]!);
  if (kind === GEOMETRY_KIND.line) {
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0]! }
      : { type: 'MultiLineString', coordinates: lines };
  }
  const points = lines.map((line) => line[0]!);
  return points.length === 1
    ? { type: 'Point', coordinates: points[0]! }
    : { type: 'MultiPoint', coordinates: points };
}

function ringsOf(column: GeometryColumn, part: number): Position[][] {
  const rings: Position[][] = [];
  for (let ring = column.ringOffsets[part]!; ring < column.ringOffsets[part + 1]!; ring++) {
    const positions: Position[] = [];
    for (let i = column.vertexOffsets[ring]!; i < column.vertexOffsets[ring + 1]!; i++) {
      positions.push([column.xy[2 * i]!, column.xy[2 * i + 1]!]);
    }
    rings.push(positions);
  }
  return rings;
}
