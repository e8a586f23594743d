import { findLeaves } from './edge-tree.ts';
import type { Side } from './layer-index.ts';
import { boxesMeet, holdsPart } from './row-parts.ts';
import { segmentsMeet } from './segments.ts';

/**
 * Whether two rows share at least one point (OGC `intersects`; a shared border or vertex is enough), exactly on the
 * coordinates as they are. A row without geometry meets nothing.
 * Cost: for each run of edges of the smaller row in the other's box, a search of the other's edges.
 */
export function intersects(a: Side, rowA: number, b: Side, rowB: number): boolean {
  if (!boxesMeet(a, rowA, b, rowB)) return false;
  return edgesMeet(a, rowA, b, rowB) || holdsPart(b, rowB, a, rowA) || holdsPart(a, rowA, b, rowB);
}

function edgesMeet(a: Side, rowA: number, b: Side, rowB: number): boolean {
  if (nodeCount(a, rowA) > nodeCount(b, rowB)) return edgesMeet(b, rowB, a, rowA);
  const leaves: number[] = [];
  const others: number[] = [];
  const box = 4 * rowB;
  const { boxes } = b.index;
  findLeaves(
    a.index.edges,
    rowA,
    boxes[box]!,
    boxes[box + 1]!,
    boxes[box + 2]!,
    boxes[box + 3]!,
    leaves,
  );
  for (const leaf of leaves) {
    const at = 4 * leaf;
    const own = a.index.edges.boxes;
    others.length = 0;
    findLeaves(b.index.edges, rowB, own[at]!, own[at + 1]!, own[at + 2]!, own[at + 3]!, others);
    for (const other of others) if (leavesMeet(a, leaf, b, other)) return true;
  }
  return false;
}

function nodeCount(side: Side, row: number): number {
  const { rowNodes } = side.index.edges;
  return rowNodes[row + 1]! - rowNodes[row]!;
}

function leavesMeet(a: Side, leafA: number, b: Side, leafB: number): boolean {
  const { firstVertices, lastVertices } = a.index.edges;
  const { xy } = a.column;
  const last = lastVertices[leafA]!;
  let i = firstVertices[leafA]!;
  do {
    const end = Math.min(i + 1, last);
    if (edgeMeetsLeaf(xy[2 * i]!, xy[2 * i + 1]!, xy[2 * end]!, xy[2 * end + 1]!, b, leafB)) {
      return true;
    }
    i++;
  } while (i < last);
  return false;
}

function edgeMeetsLeaf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  side: Side,
  leaf: number,
): boolean {
  const { firstVertices, lastVertices } = side.index.edges;
  const { xy } = side.column;
  const last = lastVertices[leaf]!;
  let i = firstVertices[leaf]!;
  do {
    const end = Math.min(i + 1, last);
    if (segmentsMeet(x1, y1, x2, y2, xy[2 * i]!, xy[2 * i + 1]!, xy[2 * end]!, xy[2 * end + 1]!)) {
      return true;
    }
    i++;
  } while (i < last);
  return false;
}
