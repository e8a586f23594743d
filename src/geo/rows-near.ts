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
  return near(side, at, radius).map(({ row }) => row);
}

/** Rows that a point is meant for: as `rowsNear` but, where a polygon holds it, without the polygons beside. */
export function rowsUnder(side: Side, at: Xy, radius: number): number[] {
  const found = near(side, at, radius);
  const isHeld = found.some(({ isHolder }) => isHolder);
  const isBeside = ({ row, isHolder }: Near) =>
    isHeld && !isHolder && side.column.kinds[row] === GEOMETRY_KIND.polygon;
  return found.filter((one) => !isBeside(one)).map(({ row }) => row);
}

interface Near {
  row: number;
  /** Whether it is a polygon that holds the point. */
  isHolder: boolean;
  metres: number;
  /** Of its box. */
  size: number;
}

function near(side: Side, [x, y]: Xy, radius: number): Near[] {
  const point = createSide(geometriesToColumn([{ type: 'Point', coordinates: [x, y] }]));
  const found: Near[] = [];
  for (const row of side.index.searchRows(x - radius, y - radius, x + radius, y + radius)) {
    const metres = distance(point, 0, side, row);
    if (metres > radius) continue;
    const isHolder = metres === 0 && side.column.kinds[row] === GEOMETRY_KIND.polygon;
    found.push({ row, isHolder, metres, size: boxSize(side, row) });
  }
  return found.sort(
    (one, other) =>
      Number(other.isHolder) - Number(one.isHolder) ||
      one.metres - other.metres ||
      one.size - other.size ||
      one.row - other.row,
  );
}

function boxSize(side: Side, row: number): number {
  const { boxes } = side.index;
  const at = 4 * row;
  return (boxes[at + 2]! - boxes[at]!) * (boxes[at + 3]! - boxes[at + 1]!);
}
