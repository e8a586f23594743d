import type { GeometryColumn } from '../geo/geometry-column.ts';

/** A row of a column in degrees. */
export interface RowRef {
  column: GeometryColumn;
  row: number;
}

/** Whether two positions, vertices `i` and `j` of two rows, are the same to the tolerance. */
export type IsNear = (i: number, j: number) => boolean;

/** Positions nearer than this are the same, metres on a sphere (true to 0.5 %). */
export const TOLERANCE_M = 0.001;

/** Length of a degree of a great circle on the mean sphere, metres. */
const DEGREE_M = 111_195;

/** The comparison of the vertices of two rows in degrees; metres are measured at the latitude of a's first vertex. */
export function nearness(a: RowRef, b: RowRef): IsNear {
  const xyA = a.column.xy;
  const xyB = b.column.xy;
  const latitude = xyA[2 * vertexRange(a)[0] + 1] ?? 0;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const tolerance = TOLERANCE_M / DEGREE_M;
  return (i, j) => {
    const dx = (xyA[2 * i]! - xyB[2 * j]!) * shrink;
    const dy = xyA[2 * i + 1]! - xyB[2 * j + 1]!;
    return dx * dx + dy * dy <= tolerance * tolerance;
  };
}

/** Whether two rows have the same parts, rings and vertices in the same order, each within the tolerance. */
export function haveSameVertices(a: RowRef, b: RowRef): boolean {
  if (a.column.kinds[a.row] !== b.column.kinds[b.row]) return false;
  const [firstA, endA] = vertexRange(a);
  const [firstB, endB] = vertexRange(b);
  if (endA - firstA !== endB - firstB || !haveSameRings(a, b)) return false;
  const isNear = nearness(a, b);
  for (let i = 0; i < endA - firstA; i++) {
    if (!isNear(firstA + i, firstB + i)) return false;
  }
  return true;
}

/** The vertices of a row: the first, and the one after the last. */
export function vertexRange({ column, row }: RowRef): [first: number, end: number] {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  return [
    vertexOffsets[ringOffsets[partOffsets[row]!]!]!,
    vertexOffsets[ringOffsets[partOffsets[row + 1]!]!]!,
  ];
}

function haveSameRings(a: RowRef, b: RowRef): boolean {
  const partsA = a.column.partOffsets[a.row]!;
  const partsB = b.column.partOffsets[b.row]!;
  const parts = a.column.partOffsets[a.row + 1]! - partsA;
  if (b.column.partOffsets[b.row + 1]! - partsB !== parts) return false;
  const [ringsA, ringsB] = [a.column.ringOffsets, b.column.ringOffsets];
  if (!haveSameSteps(ringsA, partsA, ringsB, partsB, parts)) return false;
  const [ringA, ringB] = [ringsA[partsA]!, ringsB[partsB]!];
  const rings = ringsA[partsA + parts]! - ringA;
  return haveSameSteps(a.column.vertexOffsets, ringA, b.column.vertexOffsets, ringB, rings);
}

/** Whether offsets rise alike over `count` steps. */
function haveSameSteps(
  a: Uint32Array,
  firstA: number,
  b: Uint32Array,
  firstB: number,
  count: number,
): boolean {
  for (let i = 1; i <= count; i++) {
    if (a[firstA + i]! - a[firstA]! !== b[firstB + i]! - b[firstB]!) return false;
  }
  return true;
}
