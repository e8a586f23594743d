import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/** Where the name of a polygon stands. */
export interface LabelPlace {
  x: number;
  y: number;
  /** Of its largest part, holes counted in, in the square of the column's unit: good for comparing neighbours only. */
  area: number;
}

/**
 * The place of the name of a row of polygons, in the column's unit: the centroid of the shell of its largest part, or the middle of
 * the widest stretch of that part at the centroid's height where the centroid falls outside. Null without area. Linear.
 */
export function labelPlace(column: GeometryColumn, row: number): LabelPlace | null {
  const { kinds, partOffsets, ringOffsets } = column;
  if (kinds[row] !== GEOMETRY_KIND.polygon) return null;
  let largest: LabelPlace | null = null;
  let part = -1;
  for (let p = partOffsets[row]!; p < partOffsets[row + 1]!; p++) {
    const found = centroidOf(column, ringOffsets[p]!);
    if (found && (!largest || found.area > largest.area)) [largest, part] = [found, p];
  }
  return largest && { ...largest, x: widestStretch(column, part, largest) };
}

function centroidOf({ vertexOffsets, xy }: GeometryColumn, ring: number): LabelPlace | null {
  const [start, end] = [vertexOffsets[ring]!, vertexOffsets[ring + 1]!];
  const [x0, y0] = [xy[2 * start]!, xy[2 * start + 1]!];
  let doubled = 0;
  let x = 0;
  let y = 0;
  for (let v = start; v + 1 < end; v++) {
    const [ax, ay] = [xy[2 * v]! - x0, xy[2 * v + 1]! - y0];
    const [bx, by] = [xy[2 * v + 2]! - x0, xy[2 * v + 3]! - y0];
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (doubled === 0) return null;
  return { x: x0 + x / (3 * doubled), y: y0 + y / (3 * doubled), area: Math.abs(doubled) / 2 };
}

/** The centroid's own x where it lies inside, else the middle of the longest inside stretch at its height. */
function widestStretch(column: GeometryColumn, part: number, { x, y }: LabelPlace): number {
  const crossings = crossingsOf(column, part, y).sort((a, b) => a - b);
  let best = x;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [left, right] = [crossings[i]!, crossings[i + 1]!];
    if (left <= x && x <= right) return x;
    if (right - left > width) [best, width] = [(left + right) / 2, right - left];
  }
  return best;
}

function crossingsOf(column: GeometryColumn, part: number, y: number): number[] {
  const { ringOffsets, vertexOffsets, xy } = column;
  const crossings: number[] = [];
  for (let ring = ringOffsets[part]!; ring < ringOffsets[part + 1]!; ring++) {
    for (let v = vertexOffsets[ring]!; v + 1 < vertexOffsets[ring + 1]!; v++) {
      const [ax, ay] = [xy[2 * v]!, xy[2 * v + 1]!];
      const [bx, by] = [xy[2 * v + 2]!, xy[2 * v + 3]!];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
    }
  }
  return crossings;
}
