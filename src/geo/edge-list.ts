import type { Side } from './layer-index.ts';

/**
 * Edges in no order, each upwards (y1 < y2; level ones are left out), with the owner that they bound: the input of a
 * sweep. Coordinates are relative to the box that the list was collected for, so that they keep their digits.
 */
export interface EdgeList {
  x1: number[];
  y1: number[];
  x2: number[];
  y2: number[];
  /** Number of the part that each edge bounds, as the caller counts parts. */
  owners: number[];
}

/** A box `[minX, minY, maxX, maxY]` in metres. */
export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** A list without edges. */
export function createEdgeList(): EdgeList {
  return { x1: [], y1: [], x2: [], y2: [], owners: [] };
}

/**
 * Adds what it takes of a polygon row to tell, by parity from the left, what of a box it covers: the edges in the
 * box, none of those to its right or beyond it, and for each stretch of ring wholly to its left one edge on the
 * box's left border between the stretch's end heights, which has the same parity. Part p of the row gets owner
 * `owner` + p. Cost: the logarithm of the row's vertices, plus the runs of edges that meet the box.
 */
export function addEdges(list: EdgeList, side: Side, row: number, box: Box, owner: number): void {
  const end = side.index.edges.rowNodes[row + 1]!;
  addNode(list, side, end - 1, box, owner - side.column.partOffsets[row]!);
}

function addNode(list: EdgeList, side: Side, node: number, box: Box, shift: number): void {
  const { boxes, parts, childCounts, firstChildren, firstVertices, lastVertices } =
    side.index.edges;
  const [minX, minY, maxX, maxY] = box;
  const { xy } = side.column;
  const at = 4 * node;
  if (boxes[at]! >= maxX || boxes[at + 1]! >= maxY || boxes[at + 3]! <= minY) return;
  const first = firstVertices[node]!;
  const last = lastVertices[node]!;
  const owner = parts[node]! + shift;
  if (parts[node] !== -1 && boxes[at + 2]! <= minX) {
    addEdge(list, 0, xy[2 * first + 1]! - minY, 0, xy[2 * last + 1]! - minY, owner);
    return;
  }
  const child = firstChildren[node]!;
  const count = childCounts[node]!;
  for (let i = child; i < child + count; i++) addNode(list, side, i, box, shift);
  if (count > 0) return;
  for (let i = 2 * first; i < 2 * last; i += 2) {
    const y1 = xy[i + 1]!;
    const y2 = xy[i + 3]!;
    if ((y1 <= minY && y2 <= minY) || (y1 >= maxY && y2 >= maxY)) continue;
    addEdge(list, xy[i]! - minX, y1 - minY, xy[i + 2]! - minX, y2 - minY, owner);
  }
}

/** An edge is kept upwards, so that two polygons that share it compute the same positions on it. */
function addEdge(
  list: EdgeList,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  owner: number,
): void {
  if (y1 === y2) return;
  const isUpwards = y1 < y2;
  list.x1.push(isUpwards ? x1 : x2);
  list.y1.push(isUpwards ? y1 : y2);
  list.x2.push(isUpwards ? x2 : x1);
  list.y2.push(isUpwards ? y2 : y1);
  list.owners.push(owner);
}
