import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';

/** The same column with shells counterclockwise and holes clockwise, as RFC 7946 (3.1.6) and KML want them. */
export function rewind(column: GeometryColumn): GeometryColumn {
  const { length, kinds, partOffsets, ringOffsets } = column;
  let xy: Float64Array | null = null;
  for (let row = 0; row < length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
      for (let ring = ringOffsets[part]!; ring < ringOffsets[part + 1]!; ring++) {
        if (ringArea(column, ring) > 0 === (ring === ringOffsets[part])) continue;
        xy ??= column.xy.slice();
        reverseRing(xy, column, ring);
      }
    }
  }
  return xy ? { ...column, xy } : column;
}

/** Twice the signed area of a ring in square units of the column; positive when counterclockwise. */
function ringArea({ vertexOffsets, xy }: GeometryColumn, ring: number): number {
  const start = vertexOffsets[ring]!;
  const end = vertexOffsets[ring + 1]!;
  const x0 = xy[2 * start]!;
  const y0 = xy[2 * start + 1]!;
  let area = 0;
  for (let i = start; i < end - 1; i++) {
    area +=
      (xy[2 * i]! - x0) * (xy[2 * i + 3]! - y0) - (xy[2 * i + 2]! - x0) * (xy[2 * i + 1]! - y0);
  }
  return area;
}

function reverseRing(to: Float64Array, { vertexOffsets, xy }: GeometryColumn, ring: number): void {
  const start = vertexOffsets[ring]!;
  const end = vertexOffsets[ring + 1]!;
  for (let i = start; i < end; i++) {
    const from = end - 1 - (i - start);
    to[2 * i] = xy[2 * from]!;
    to[2 * i + 1] = xy[2 * from + 1]!;
  }
}
