import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/** Planar area of each row in m², see `rowArea`. */
export function rowAreas(column: GeometryColumn): Float64Array {
  return Float64Array.from({ length: column.length }, (_, row) => rowArea(column, row));
}

/** Planar length of each row in m, see `rowLength`. */
export function rowLengths(column: GeometryColumn): Float64Array {
  return Float64Array.from({ length: column.length }, (_, row) => rowLength(column, row));
}

/**
 * Planar area of a row in m² (the column is in metres): shells less holes, whatever their orientation; 0 for
 * points, lines and kind `none`. Of a ring that crosses itself, what turns the other way cancels, as in PostGIS; a spike
 * has none. Taken relative to each ring's first vertex, so that large coordinates cost no digits.
 */
export function rowArea(column: GeometryColumn, row: number): number {
  if (column.kinds[row] !== GEOMETRY_KIND.polygon) return 0;
  let area = 0;
  for (let part = column.partOffsets[row]!; part < column.partOffsets[row + 1]!; part++) {
    const shell = column.ringOffsets[part]!;
    area += Math.abs(signedRingArea(column, shell));
    for (let hole = shell + 1; hole < column.ringOffsets[part + 1]!; hole++) {
      area -= Math.abs(signedRingArea(column, hole));
    }
  }
  return area;
}

/** Planar length of a row in m: of its lines, or of all rings of a polygon (perimeter); 0 for points and `none`. */
export function rowLength(column: GeometryColumn, row: number): number {
  const { partOffsets, ringOffsets } = column;
  const end = ringOffsets[partOffsets[row + 1]!]!;
  let length = 0;
  for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
    length += ringLength(column, ring);
  }
  return length;
}

/** Shoelace area of one ring in m², positive when it turns counter-clockwise. */
export function signedRingArea(column: GeometryColumn, ring: number): number {
  const { xy } = column;
  const first = 2 * column.vertexOffsets[ring]!;
  const last = 2 * (column.vertexOffsets[ring + 1]! - 1);
  const x0 = xy[first]!;
  const y0 = xy[first + 1]!;
  let twice = 0;
  for (let i = first; i < last; i += 2) {
    twice += (xy[i]! - x0) * (xy[i + 3]! - y0) - (xy[i + 2]! - x0) * (xy[i + 1]! - y0);
  }
  return twice / 2;
}

/** Length of one ring in m: of a line, or round a closed ring. */
export function ringLength(column: GeometryColumn, ring: number): number {
  const { xy } = column;
  const last = 2 * (column.vertexOffsets[ring + 1]! - 1);
  let length = 0;
  for (let i = 2 * column.vertexOffsets[ring]!; i < last; i += 2) {
    const dx = xy[i + 2]! - xy[i]!;
    const dy = xy[i + 3]! - xy[i + 1]!;
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return length;
}
