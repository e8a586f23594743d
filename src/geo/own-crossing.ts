import type { Xy } from '../domain/units.ts';
import type { GeometryColumn } from './geometry-column.ts';
import { segmentsMeet } from './segments.ts';

/**
 * A place where one of the lines of a row goes across itself, in the column's CRS; null when none does. Two edges
 * cross when each has its ends on both sides of the other: a line that comes back to one of its vertices, as the loop of a walk,
 * does not. Exact; edges are swept from left to right, n log n but for lines that run back and forth.
 */
export function ownCrossing(column: GeometryColumn, row: number): Xy | null {
  const { partOffsets, ringOffsets } = column;
  const end = ringOffsets[partOffsets[row + 1]!]!;
  for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
    const found = ringCrossing(column, ring);
    if (found) return found;
  }
  return null;
}

function ringCrossing({ vertexOffsets, xy }: GeometryColumn, ring: number): Xy | null {
  const first = vertexOffsets[ring]!;
  const count = vertexOffsets[ring + 1]! - 1 - first;
  if (count < 3) return null;
  const left = (edge: number) => Math.min(xy[2 * edge]!, xy[2 * edge + 2]!);
  const right = (edge: number) => Math.max(xy[2 * edge]!, xy[2 * edge + 2]!);
  const edges = Array.from({ length: count }, (_, i) => first + i);
  edges.sort((one, other) => left(one) - left(other));
  const active: number[] = [];
  for (const edge of edges) {
    let kept = 0;
    for (const other of active) {
      if (right(other) < left(edge)) continue;
      active[kept++] = other;
      const place = crossing(xy, edge, other);
      if (place) return place;
    }
    active.length = kept;
    active.push(edge);
  }
  return null;
}

const TURNS = new Float64Array(4);

/** Where two edges, named by their first vertex, go across each other; null when they do not. */
function crossing(xy: Float64Array, edge: number, other: number): Xy | null {
  const [ax, ay, bx, by] = [xy[2 * edge]!, xy[2 * edge + 1]!, xy[2 * edge + 2]!, xy[2 * edge + 3]!];
  const i = 2 * other;
  if (!segmentsMeet(ax, ay, bx, by, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!, TURNS)) return null;
  if (!areOpposite(TURNS[0]!, TURNS[1]!) || !areOpposite(TURNS[2]!, TURNS[3]!)) return null;
  const [ux, uy] = [bx - ax, by - ay];
  const [vx, vy] = [xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!];
  const across = ux * vy - uy * vx;
  const share = ((xy[i]! - ax) * vy - (xy[i + 1]! - ay) * vx) / across;
  return [ax + share * ux, ay + share * uy];
}

function areOpposite(one: number, other: number): boolean {
  return (one > 0 && other < 0) || (one < 0 && other > 0);
}
