import { findLeaves } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { locatePoint, POSITION } from './locate-point.ts';

/** Whether the boxes of two rows share a point; false when either row has no geometry. */
export function boxesMeet(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const boxesA = a.index.boxes;
  const boxesB = b.index.boxes;
  const i = 4 * rowA;
  const j = 4 * rowB;
  return (
    boxesA[i]! <= boxesB[j + 2]! &&
    boxesA[i + 1]! <= boxesB[j + 3]! &&
    boxesA[i + 2]! >= boxesB[j]! &&
    boxesA[i + 3]! >= boxesB[j + 1]!
  );
}

/** Whether the box of row a lies in that of row b, borders included; false when either row has no geometry. */
export function isBoxWithin(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const boxesA = a.index.boxes;
  const boxesB = b.index.boxes;
  const i = 4 * rowA;
  const j = 4 * rowB;
  return (
    boxesA[i]! >= boxesB[j]! &&
    boxesA[i + 1]! >= boxesB[j + 1]! &&
    boxesA[i + 2]! <= boxesB[j + 2]! &&
    boxesA[i + 3]! <= boxesB[j + 3]!
  );
}

/** The leaves of row a's edges whose boxes meet the box of row b, which has geometry. */
export function leavesInBox(a: Side, rowA: number, b: Side, rowB: number): number[] {
  return leavesMeeting(a, rowA, b.index.boxes, 4 * rowB);
}

/** Leaves of row b's edges whose boxes meet the box of a leaf of a. */
export function leavesNear(a: Side, leaf: number, b: Side, rowB: number): number[] {
  return leavesMeeting(b, rowB, a.index.edges.boxes, 4 * leaf);
}

/** The leaves of a row's edges that meet a box: four numbers at an offset. */
function leavesMeeting(side: Side, row: number, boxes: Float64Array, at: number): number[] {
  const leaves: number[] = [];
  const [minX, minY, maxX, maxY] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  findLeaves(side.index.edges, row, minX, minY, maxX, maxY, leaves);
  return leaves;
}

/**
 * Whether the first vertex of a part of row a lies in polygon row b, border included; false for another kind of b.
 * Where no edges meet, this tells whether b holds a part of a. Cost: a point location for each part in b's box.
 */
export function holdsPart(b: Side, rowB: number, a: Side, rowA: number): boolean {
  if (b.column.kinds[rowB] !== GEOMETRY_KIND.polygon || !boxesMeet(a, rowA, b, rowB)) return false;
  const { partOffsets } = a.column;
  const first = partOffsets[rowA]!;
  const end = partOffsets[rowA + 1]!;
  if (end - first > MANY_PARTS) {
    return partsInBox(a, rowA, b, rowB).some((part) => isHeld(b, rowB, a, part));
  }
  for (let part = first; part < end; part++) if (isHeld(b, rowB, a, part)) return true;
  return false;
}

function isHeld(b: Side, rowB: number, a: Side, part: number): boolean {
  const { ringOffsets, vertexOffsets, xy } = a.column;
  const vertex = 2 * vertexOffsets[ringOffsets[part]!]!;
  return locatePoint(b, rowB, xy[vertex]!, xy[vertex + 1]!) !== POSITION.exterior;
}

/** Parts from which looking up those in a box costs less than trying them all. */
const MANY_PARTS = 8;

/** Parts of row a that have edges in the box of row b, each once: the leaves of a part stay together. */
function partsInBox(a: Side, rowA: number, b: Side, rowB: number): number[] {
  const leaves = leavesInBox(a, rowA, b, rowB);
  const parts = leaves.map((leaf) => a.index.edges.parts[leaf]!);
  return parts.filter((part, i) => part !== parts[i - 1]);
}
