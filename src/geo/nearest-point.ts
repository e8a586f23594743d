import type { Xy } from '../domain/units.ts';
import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/**
 * The point of a row's vertices and edges that is nearest to [x, y], in the column's CRS; null without geometry. The inside of a
 * polygon does not count: it is for points that lie outside. Linear in the row's vertices.
 */
export function nearestPoint(column: GeometryColumn, row: number, [x, y]: Xy): Xy | null {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  if (kinds[row] === GEOMETRY_KIND.none) return null;
  let best: Xy | null = null;
  let least = Infinity;
  for (
    let ring = ringOffsets[partOffsets[row]!]!;
    ring < ringOffsets[partOffsets[row + 1]!]!;
    ring++
  ) {
    const last = vertexOffsets[ring + 1]! - 1;
    for (let i = vertexOffsets[ring]!; i <= last; i++) {
      const j = Math.min(i + 1, last);
      const point = onSegment(xy[2 * i]!, xy[2 * i + 1]!, xy[2 * j]!, xy[2 * j + 1]!, x, y);
      const square = (point[0] - x) ** 2 + (point[1] - y) ** 2;
      if (square >= least) continue;
      least = square;
      best = point;
    }
  }
  return best;
}

/** The point of the segment a b that is nearest to [x, y]. */
function onSegment(ax: number, ay: number, bx: number, by: number, x: number, y: number): Xy {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  if (square === 0) return [ax, ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return along === 1 ? [bx, by] : [ax + along * dx, ay + along * dy];
}
