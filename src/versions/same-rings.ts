import { GEOMETRY_KIND } from '../geo/geometry-column.ts';
import { type IsNear, nearness, type RowRef, TOLERANCE_M, vertexRange } from './same-vertices.ts';

/**
 * Whether two rows have the same rings (or lines, or points) each within the tolerance, whatever their order, their start
 * and their direction. Cheap: rings are paired by their west ends. False does not tell: the same set of points may be
 * drawn with other vertices.
 */
export function haveSameRings(a: RowRef, b: RowRef): boolean {
  if (a.column.kinds[a.row] !== b.column.kinds[b.row]) return false;
  const [firstA, endA] = vertexRange(a);
  const [firstB, endB] = vertexRange(b);
  if (endA - firstA !== endB - firstB) return false;
  const ringsA = listRings(a);
  const ringsB = listRings(b).sort((one, other) => one.west - other.west);
  if (ringsA.length !== ringsB.length) return false;
  const isNear = nearness(a, b);
  const isTaken = new Uint8Array(ringsB.length);
  return ringsA.every((ring) => takeTwin(ring, ringsB, isTaken, isNear));
}

/** One ring, line or point: its vertices, the repeated last one of a closed ring left out. */
interface Ring {
  first: number;
  vertices: number;
  isClosed: boolean;
  /** Longitude of its westernmost vertex. */
  west: number;
}

function listRings({ column, row }: RowRef): Ring[] {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const rings: Ring[] = [];
  const end = ringOffsets[partOffsets[row + 1]!]!;
  for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
    const first = vertexOffsets[ring]!;
    const last = vertexOffsets[ring + 1]! - 1;
    const returns = xy[2 * first] === xy[2 * last] && xy[2 * first + 1] === xy[2 * last + 1];
    const isClosed = kinds[row] !== GEOMETRY_KIND.point && returns && last > first;
    let west = Infinity;
    for (let i = first; i <= last; i++) west = Math.min(west, xy[2 * i]!);
    rings.push({ first, vertices: last - first + (isClosed ? 0 : 1), isClosed, west });
  }
  return rings;
}

/** Finds a ring that is the same and not yet taken, and takes it. */
function takeTwin(ring: Ring, sorted: Ring[], isTaken: Uint8Array, isNear: IsNear): boolean {
  for (let i = firstFrom(sorted, ring.west - REACH_DEG); i < sorted.length; i++) {
    const candidate = sorted[i]!;
    if (candidate.west > ring.west + REACH_DEG) return false;
    if (isTaken[i] || !areSame(ring, candidate, isNear)) continue;
    isTaken[i] = 1;
    return true;
  }
  return false;
}

/** Index of the first ring whose west end is not before `west`. */
function firstFrom(sorted: Ring[], west: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.west < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

function areSame(a: Ring, b: Ring, isNear: IsNear): boolean {
  if (a.vertices !== b.vertices || a.isClosed !== b.isClosed) return false;
  const last = a.vertices - 1;
  if (!a.isClosed) return runsAlong(a, b, 0, 1, isNear) || runsAlong(a, b, last, -1, isNear);
  for (let start = 0; start < b.vertices; start++) {
    if (!isNear(a.first, b.first + start)) continue;
    if (runsAlong(a, b, start, 1, isNear) || runsAlong(a, b, start, -1, isNear)) return true;
  }
  return false;
}

/** Whether b, from its vertex `start` on in that direction, is a. */
function runsAlong(a: Ring, b: Ring, start: number, step: 1 | -1, isNear: IsNear): boolean {
  const count = a.vertices;
  for (let i = 0; i < count; i++) {
    const j = (start + step * i + count) % count;
    if (!isNear(a.first + i, b.first + j)) return false;
  }
  return true;
}

/** The tolerance in degrees of longitude as far north as 84°: wide enough to miss no ring. */
const REACH_DEG = TOLERANCE_M / 11_000;
