import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/**
 * A point that stands for one part of a row, `[x, y]` in the column's unit: of a point itself; of a line the point halfway
 * along it; of a polygon a point inside, in the middle of the widest stretch that a parallel near its middle has inside it
 * (a flat polygon gives its first vertex). Linear.
 */
export function partPoint(column: GeometryColumn, kind: number, part: number): [number, number] {
  const { ringOffsets, vertexOffsets, xy } = column;
  const first = vertexOffsets[ringOffsets[part]!]!;
  const end = vertexOffsets[ringOffsets[part]! + 1]!;
  if (kind === GEOMETRY_KIND.line) return halfway(xy, first, end);
  const start: [number, number] = [xy[2 * first]!, xy[2 * first + 1]!];
  return kind === GEOMETRY_KIND.polygon ? (inside(column, part) ?? start) : start;
}

function halfway(xy: Float64Array, first: number, end: number): [number, number] {
  const lengthTo = (i: number) =>
    Math.hypot(xy[2 * i]! - xy[2 * i - 2]!, xy[2 * i + 1]! - xy[2 * i - 1]!);
  let total = 0;
  for (let i = first + 1; i < end; i++) total += lengthTo(i);
  let rest = total / 2;
  for (let i = first + 1; i < end; i++) {
    const length = lengthTo(i);
    if (rest <= length && length > 0) {
      const share = rest / length;
      const between = (axis: number) => {
        const from = xy[2 * i - 2 + axis]!;
        return from + share * (xy[2 * i + axis]! - from);
      };
      return [between(0), between(1)];
    }
    rest -= length;
  }
  return [xy[2 * first]!, xy[2 * first + 1]!];
}

function inside(
  { ringOffsets, vertexOffsets, xy }: GeometryColumn,
  part: number,
): [number, number] | null {
  const shell = ringOffsets[part]!;
  const y = parallelOf(xy, vertexOffsets[shell]!, vertexOffsets[ringOffsets[part + 1]!]!);
  const crossings: number[] = [];
  for (let ring = shell; ring < ringOffsets[part + 1]!; ring++) {
    for (let i = vertexOffsets[ring]! + 1; i < vertexOffsets[ring + 1]!; i++) {
      const [y1, y2] = [xy[2 * i - 1]!, xy[2 * i + 1]!];
      if (y1 > y === y2 > y) continue;
      const x1 = xy[2 * i - 2]!;
      crossings.push(x1 + ((y - y1) / (y2 - y1)) * (xy[2 * i]! - x1));
    }
  }
  crossings.sort((a, b) => a - b);
  let widest: [number, number] | null = null;
  let width = 0;
  for (let i = 1; i < crossings.length; i += 2) {
    const [left, right] = [crossings[i - 1]!, crossings[i]!];
    if (right - left <= width) continue;
    width = right - left;
    widest = [left + width / 2, y];
  }
  return widest;
}

/** A parallel near the middle of some vertices that passes through none: halfway between those next to the middle. */
function parallelOf(xy: Float64Array, first: number, end: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (let i = first; i < end; i++) {
    low = Math.min(low, xy[2 * i + 1]!);
    high = Math.max(high, xy[2 * i + 1]!);
  }
  const middle = low + (high - low) / 2;
  let [below, above] = [low, high];
  for (let i = first; i < end; i++) {
    const y = xy[2 * i + 1]!;
    if (y <= middle) below = Math.max(below, y);
    else above = Math.min(above, y);
  }
  return below + (above - below) / 2;
}
