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
  const collector: Collector = {
    list,
    side,
    box,
    shift: owner - side.column.partOffsets[row]!,
    stretch: null,
  };
  addNode(collector, end - 1);
  addStretch(collector);
}

interface Collector {
  list: EdgeList;
  side: Side;
  box: Box;
  /** What turns the number of a part into its owner. */
  shift: number;
  /** The stretch of ring to the left of the box that is being followed. */
  stretch: Stretch | null;
}

interface Stretch {
  part: number;
  firstVertex: number;
  lastVertex: number;
}

function addNode(collector: Collector, node: number): void {
  const { side, box } = collector;
  const { boxes, parts, childCounts, firstChildren, firstVertices, lastVertices } =
    side.index.edges;
  const [minX, minY, maxX, maxY] = box;
  const at = 4 * node;
  if (boxes[at]! >= maxX || boxes[at + 1]! >= maxY || boxes[at + 3]! <= minY) return;
  const part = parts[node]!;
  const firstVertex = firstVertices[node]!;
  const lastVertex = lastVertices[node]!;
  if (part !== -1 && boxes[at + 2]! <= minX) {
    const { stretch } = collector;
    if (stretch !== null && stretch.lastVertex === firstVertex) {
      stretch.lastVertex = lastVertex;
    } else {
      addStretch(collector);
      collector.stretch = { part, firstVertex, lastVertex };
    }
    return;
  }
  const child = firstChildren[node]!;
  const count = childCounts[node]!;
  for (let i = child; i < child + count; i++) addNode(collector, i);
  if (count === 0) addRun(collector, part, firstVertex, lastVertex);
}

function addRun(collector: Collector, part: number, first: number, last: number): void {
  const { list, side, box, shift } = collector;
  const [minX, minY, , maxY] = box;
  const { xy } = side.column;
  for (let i = 2 * first; i < 2 * last; i += 2) {
    const y1 = xy[i + 1]!;
    const y2 = xy[i + 3]!;
    if ((y1 <= minY && y2 <= minY) || (y1 >= maxY && y2 >= maxY)) continue;
    addEdge(list, xy[i]! - minX, y1 - minY, xy[i + 2]! - minX, y2 - minY, part + shift);
  }
}

/** Adds the edge that stands for the stretch followed so far, unless its ends are level within the box. */
function addStretch(collector: Collector): void {
  const { list, side, box, shift, stretch } = collector;
  if (stretch === null) return;
  const height = box[3] - box[1];
  const heightOf = (vertex: number) =>
    Math.min(Math.max(side.column.xy[2 * vertex + 1]! - box[1], 0), height);
  const { part, firstVertex, lastVertex } = stretch;
  addEdge(list, 0, heightOf(firstVertex), 0, heightOf(lastVertex), part + shift);
  collector.stretch = null;
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
