import { extentOf } from '../../geo/extent-of.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import type { Segments } from './segment-layer.ts';

/** The points of a column. */
export function pointsOf(column: GeometryColumn): [number, number][] {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const points: [number, number][] = [];
  for (let row = 0; row < column.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.point) continue;
    for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
      const v = 2 * vertexOffsets[ringOffsets[part]!]!;
      points.push([xy[v]!, xy[v + 1]!]);
    }
  }
  return points;
}

/** The edges of the lines and rings of those rows of a column that `isKept` keeps, all of them without it. */
export function segmentsOf(column: GeometryColumn, isKept = (_row: number) => true): Segments {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const extent = extentOf(xy);
  const origin: [number, number] =
    xy.length > 0 ? [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2] : [0, 0];
  const offsets = new Float32Array(2 * xy.length);
  let length = 0;
  for (let row = 0; row < column.length; row++) {
    if (!isKept(row)) continue;
    const lastRing = ringOffsets[partOffsets[row + 1]!]!;
    for (let ring = ringOffsets[partOffsets[row]!]!; ring < lastRing; ring++) {
      for (let v = vertexOffsets[ring]!; v + 1 < vertexOffsets[ring + 1]!; v++, length++) {
        offsets[4 * length] = xy[2 * v]! - origin[0];
        offsets[4 * length + 1] = xy[2 * v + 1]! - origin[1];
        offsets[4 * length + 2] = xy[2 * v + 2]! - origin[0];
        offsets[4 * length + 3] = xy[2 * v + 3]! - origin[1];
      }
    }
  }
  return { length, origin, offsets: offsets.slice(0, 4 * length), extent };
}
