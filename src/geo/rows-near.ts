import type { Xy } from '../domain/units.ts';
import { distance } from './distance.ts';
import { geometriesToColumn } from './from-geojson.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import { createSide, type Side } from './layer-index.ts';

/**
 * Rows at most `radius` metres from a point [x, y]: first the polygons that hold it, smallest box first, then the
 * others, nearest first (at the same distance, smallest box first).
 */
export function rowsNear(side: Side, at: Xy, radius: number): number[] {
  const [x, y] = at;
  const point = createSide(geometriesToColumn([{ type: 'Point', coordinates: [x, y] }]));
  const found: { row: number; isHolder: boolean; metres: number; size: number }[] = [];
  for (const row of side.index.searchRows(x - radius, y - radius, x + radius, y + radius)) {
    const metres = distance(point, 0, side, row);
    if (metres > radius) continue;
    const isHolder = metres === 0 && side.column.kinds[row] === GEOMETRY_KIND.polygon;
    found.push({ row, isHolder, metres, size: boxSize(side, row) });
  }
  found.sort(
    (one, other) =>
      Number(other.isHolder) - Number(one.isHolder) ||
      one.metres - other.metres ||
      one.size - other.size ||
      one.row - other.row,
  );
  return found.map(({ row }) => row);
}

function boxSize(side: Side, row: number): number {
  const { boxes } = side.index;
  const at = 4 * row;
  return (boxes[at + 2]! - boxes[at]!) * (boxes[at + 3]! - boxes[at + 1]!);
}
