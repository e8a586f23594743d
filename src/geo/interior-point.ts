import type { Xy } from '../domain/units.ts';
import type { GeometryColumn } from './geometry-column.ts';

/**
 * A point inside a polygon part, clear of its border: the middle of the widest stretch of the part on a horizontal
 * line half-way between two of its vertices, near mid-height. Null for a part without area. Of a ring that crosses
 * itself, inside is even–odd. Sure to be inside where that stretch is wider than the rounding of a coordinate, 2 nm in
 * CC50: one wide sliver in the part is enough. Cost: linear in the part's vertices.
 */
export function interiorPoint(column: GeometryColumn, part: number): Xy | null {
  const { ringOffsets, vertexOffsets } = column;
  const first = vertexOffsets[ringOffsets[part]!]!;
  const end = vertexOffsets[ringOffsets[part + 1]!]!;
  const y = scanHeight(column.xy, first, end);
  const crossings: number[] = [];
  for (let ring = ringOffsets[part]!; ring < ringOffsets[part + 1]!; ring++) {
    addCrossings(column, ring, y, crossings);
  }
  crossings.sort((one, other) => one - other);
  let width = 0;
  let x = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i]!;
    const to = crossings[i + 1]!;
    if (to - from > width) {
      width = to - from;
      x = (from + to) / 2;
    }
  }
  return width > 0 ? [x, y] : null;
}

/** Half-way between the vertices next above and next below mid-height. */
function scanHeight(xy: Float64Array, first: number, end: number): number {
  let bottom = Infinity;
  let top = -Infinity;
  for (let i = first; i < end; i++) {
    bottom = Math.min(bottom, xy[2 * i + 1]!);
    top = Math.max(top, xy[2 * i + 1]!);
  }
  const middle = (bottom + top) / 2;
  for (let i = first; i < end; i++) {
    const y = xy[2 * i + 1]!;
    if (y <= middle) bottom = Math.max(bottom, y);
    else top = Math.min(top, y);
  }
  return (bottom + top) / 2;
}

function addCrossings(column: GeometryColumn, ring: number, y: number, crossings: number[]): void {
  const { xy } = column;
  const last = 2 * (column.vertexOffsets[ring + 1]! - 1);
  for (let i = 2 * column.vertexOffsets[ring]!; i < last; i += 2) {
    const y1 = xy[i + 1]!;
    const y2 = xy[i + 3]!;
    if (y1 > y === y2 > y) continue;
    crossings.push(xy[i]! + ((y - y1) / (y2 - y1)) * (xy[i + 2]! - xy[i]!));
  }
}
