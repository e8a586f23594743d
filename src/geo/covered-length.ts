import type { Box } from './edge-list.ts';
import { findLeaves } from './edge-tree.ts';
import type { Side } from './layer-index.ts';
import { locatePoint, POSITION } from './locate-point.ts';

/**
 * Length in metres of what of line row a lies in the union of some polygon rows of b. Each segment is cut where it meets
 * b's edges; a piece counts when points `margin` metres to its left and to its right both lie in the union.
 * Cost: for each segment, the edges of b in its box.
 */
export function coveredLength(
  a: Side,
  rowA: number,
  b: Side,
  rowsB: readonly number[],
  margin: number,
): number {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = a.column;
  let length = 0;
  for (let part = partOffsets[rowA]!; part < partOffsets[rowA + 1]!; part++) {
    const ring = ringOffsets[part]!;
    const last = 2 * (vertexOffsets[ring + 1]! - 1);
    for (let i = 2 * vertexOffsets[ring]!; i < last; i += 2) {
      const segment = createSegment(xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
      if (segment.length > 0) length += coveredShare(segment, b, rowsB, margin) * segment.length;
    }
  }
  return length;
}

interface Segment {
  x: number;
  y: number;
  dx: number;
  dy: number;
  length: number;
}

function createSegment(x: number, y: number, x2: number, y2: number): Segment {
  return { x, y, dx: x2 - x, dy: y2 - y, length: Math.hypot(x2 - x, y2 - y) };
}

function coveredShare(segment: Segment, b: Side, rowsB: readonly number[], margin: number): number {
  const { x, y, dx, dy, length } = segment;
  const box: Box = [
    Math.min(x, x + dx) - margin,
    Math.min(y, y + dy) - margin,
    Math.max(x, x + dx) + margin,
    Math.max(y, y + dy) + margin,
  ];
  const rows = rowsB.filter((row) => isBoxMet(b, row, box));
  const cuts = cutsOf(segment, b, rows, box, margin);
  const offsetX = (-dy / length) * margin;
  const offsetY = (dx / length) * margin;
  let share = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const middle = (cuts[i]! + cuts[i + 1]!) / 2;
    const px = x + middle * dx;
    const py = y + middle * dy;
    const isCovered =
      isInUnion(b, rows, px + offsetX, py + offsetY) &&
      isInUnion(b, rows, px - offsetX, py - offsetY);
    if (isCovered) share += cuts[i + 1]! - cuts[i]!;
  }
  return share;
}

function isBoxMet(side: Side, row: number, [minX, minY, maxX, maxY]: Box): boolean {
  const at = 4 * row;
  const { boxes } = side.index;
  return (
    boxes[at]! <= maxX && boxes[at + 1]! <= maxY && boxes[at + 2]! >= minX && boxes[at + 3]! >= minY
  );
}

/** Shares of the segment, ascending from 0 to 1, between which it lies wholly in or wholly out of each row. */
function cutsOf(segment: Segment, b: Side, rows: number[], box: Box, margin: number): number[] {
  const cuts = [0, 1];
  for (const row of rows) {
    const leaves: number[] = [];
    findLeaves(b.index.edges, row, ...box, leaves);
    for (const leaf of leaves) addCuts(cuts, segment, b, leaf, margin);
  }
  return cuts.sort((one, other) => one - other);
}

/** Adds the shares of the segment at which it crosses an edge, or passes by the end of one within the margin. */
function addCuts(cuts: number[], segment: Segment, b: Side, leaf: number, margin: number): void {
  const { x, y, dx, dy, length } = segment;
  const { firstVertices, lastVertices } = b.index.edges;
  const { xy } = b.column;
  for (let i = 2 * firstVertices[leaf]!; i < 2 * lastVertices[leaf]!; i += 2) {
    const cx = xy[i]! - x;
    const cy = xy[i + 1]! - y;
    const ex = xy[i + 2]! - x - cx;
    const ey = xy[i + 3]! - y - cy;
    const side = dx * cy - dy * cx;
    if (Math.abs(side) <= 2 * margin * length) {
      addCut(cuts, (cx * dx + cy * dy) / (length * length));
    }
    const turn = dx * ey - dy * ex;
    if (turn === 0) continue;
    const across = -side / turn;
    if (across >= 0 && across <= 1) addCut(cuts, (cx * ey - cy * ex) / turn);
  }
}

function addCut(cuts: number[], share: number): void {
  if (share > 0 && share < 1) cuts.push(share);
}

function isInUnion(b: Side, rows: number[], x: number, y: number): boolean {
  return rows.some((row) => locatePoint(b, row, x, y) !== POSITION.exterior);
}
