import type { GeometryColumn } from './geometry-column.ts';
import { spatialOrder } from './spatial-order.ts';

/**
 * The edges of every row of a column as one static tree of boxes a row. A leaf is a run of at most
 * `RUN_EDGES` consecutive edges of one ring, a node covers at most `FAN_OUT` neighbours: along a
 * ring, neighbours in order are neighbours on the ground, and where there are many parts, or many rings in one, these
 * are put in spatial order. The leaves of a part stay together. A part of one vertex is a run of one edge without
 * length.
 *
 * Cost: linear to build (the parts of a row are sorted), some 56 bytes a node, and a query on one row costs the
 * logarithm of its vertices plus the runs it meets.
 */
export interface EdgeTree {
  /** `length + 1` offsets: row i has nodes `rowNodes[i]` to `rowNodes[i + 1]`, leaves first, its root last. */
  rowNodes: Uint32Array;
  /** `[minX, minY, maxX, maxY]` of each node. */
  boxes: Float64Array;
  /** First and last vertex that the node covers: a leaf has the edges between consecutive ones. */
  firstVertices: Uint32Array;
  lastVertices: Uint32Array;
  /** The part that the node's ring belongs to, or -1 when it covers more than one ring. */
  parts: Int32Array;
  /** First child of a node, of `childCounts` consecutive ones; a leaf has none. */
  firstChildren: Uint32Array;
  childCounts: Uint8Array;
}

/** Edges in a leaf, at most: with 16, a parcel is one leaf. */
export const RUN_EDGES = 16;
/** Children of a node, at most. */
export const FAN_OUT = 8;

/** The tree of all rows of a column. */
export function createEdgeTree(column: GeometryColumn): EdgeTree {
  const rowNodes = countNodes(column);
  const count = rowNodes[column.length]!;
  const tree: EdgeTree = {
    rowNodes,
    boxes: new Float64Array(4 * count),
    firstVertices: new Uint32Array(count),
    lastVertices: new Uint32Array(count),
    parts: new Int32Array(count),
    firstChildren: new Uint32Array(count),
    childCounts: new Uint8Array(count),
  };
  for (let row = 0; row < column.length; row++) {
    let level = rowNodes[row]!;
    let end = addLeaves(tree, column, row);
    while (end - level > 1) {
      const next = addLevel(tree, level, end);
      level = end;
      end = next;
    }
  }
  return tree;
}

/** Adds to `leaves` the leaves of a row whose boxes meet a box. */
export function findLeaves(
  tree: EdgeTree,
  row: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  leaves: number[],
): void {
  const end = tree.rowNodes[row + 1]!;
  if (end > tree.rowNodes[row]!) addLeavesBelow(tree, end - 1, minX, minY, maxX, maxY, leaves);
}

/** Whether a leaf of a row's edges has a box that meets a box, borders included. */
export function meetsLeaf(
  tree: EdgeTree,
  row: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): boolean {
  const { boxes, childCounts, firstChildren, rowNodes } = tree;
  const end = rowNodes[row + 1]!;
  if (end === rowNodes[row]!) return false;
  let top = 0;
  STACK[top++] = end - 1;
  while (top > 0) {
    const node = STACK[--top]!;
    const at = 4 * node;
    if (boxes[at]! > maxX || boxes[at + 2]! < minX) continue;
    if (boxes[at + 1]! > maxY || boxes[at + 3]! < minY) continue;
    const count = childCounts[node]!;
    if (count === 0) return true;
    const first = firstChildren[node]!;
    for (let child = first; child < first + count; child++) STACK[top++] = child;
  }
  return false;
}

/** Nodes still to visit: at most `FAN_OUT` - 1 a level and one, for 11 levels at most. */
const STACK = new Uint32Array(128);

function addLeavesBelow(
  tree: EdgeTree,
  node: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  leaves: number[],
): void {
  const { boxes } = tree;
  const at = 4 * node;
  if (boxes[at]! > maxX || boxes[at + 2]! < minX) return;
  if (boxes[at + 1]! > maxY || boxes[at + 3]! < minY) return;
  const count = tree.childCounts[node]!;
  if (count === 0) leaves.push(node);
  const first = tree.firstChildren[node]!;
  for (let child = first; child < first + count; child++) {
    addLeavesBelow(tree, child, minX, minY, maxX, maxY, leaves);
  }
}

function countNodes(column: GeometryColumn): Uint32Array {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  const rowNodes = new Uint32Array(column.length + 1);
  for (let row = 0; row < column.length; row++) {
    let level = 0;
    const endRing = ringOffsets[partOffsets[row + 1]!]!;
    for (let ring = ringOffsets[partOffsets[row]!]!; ring < endRing; ring++) {
      const edges = vertexOffsets[ring + 1]! - vertexOffsets[ring]! - 1;
      level += Math.max(1, Math.ceil(edges / RUN_EDGES));
    }
    let nodes = level;
    for (; level > 1; nodes += level) level = Math.ceil(level / FAN_OUT);
    rowNodes[row + 1] = rowNodes[row]! + nodes;
  }
  return rowNodes;
}

function addLeaves(tree: EdgeTree, column: GeometryColumn, row: number): number {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  let node = tree.rowNodes[row]!;
  inOrder(
    partOffsets[row]!,
    partOffsets[row + 1]!,
    xy,
    (part) => vertexOffsets[ringOffsets[part]!]!,
    (part) =>
      inOrder(
        ringOffsets[part]!,
        ringOffsets[part + 1]!,
        xy,
        (ring) => vertexOffsets[ring]!,
        (ring) => {
          node = addRing(tree, column, part, ring, node);
        },
      ),
  );
  return node;
}

/** Adds the leaves of a ring from a node on; gives the node after them. */
function addRing(
  tree: EdgeTree,
  { vertexOffsets, xy }: GeometryColumn,
  part: number,
  ring: number,
  firstNode: number,
): number {
  const last = vertexOffsets[ring + 1]! - 1;
  let first = vertexOffsets[ring]!;
  let node = firstNode;
  do {
    const end = Math.min(first + RUN_EDGES, last);
    tree.firstVertices[node] = first;
    tree.lastVertices[node] = end;
    tree.parts[node] = part;
    boxRun(tree.boxes, node, xy, first, end);
    first = end;
    node++;
  } while (first < last);
  return node;
}

/** Visits numbers as they come, or in spatial order when there are more than one node holds. */
function inOrder(
  first: number,
  end: number,
  xy: Float64Array,
  vertexOf: (item: number) => number,
  visit: (item: number) => void,
): void {
  if (end - first <= FAN_OUT) for (let item = first; item < end; item++) visit(item);
  else for (const item of spatialOrder(first, end, xy, vertexOf)) visit(item);
}

function addLevel(tree: EdgeTree, level: number, end: number): number {
  let node = end;
  for (let child = level; child < end; child += FAN_OUT, node++) {
    const last = Math.min(child + FAN_OUT, end) - 1;
    tree.firstChildren[node] = child;
    tree.childCounts[node] = last - child + 1;
    tree.firstVertices[node] = tree.firstVertices[child]!;
    tree.lastVertices[node] = tree.lastVertices[last]!;
    tree.parts[node] = isOneRing(tree, child, last) ? tree.parts[child]! : -1;
    boxChildren(tree.boxes, node, child, last);
  }
  return node;
}

/** Runs of one ring share their end vertices; the next ring starts at another vertex number. */
function isOneRing(tree: EdgeTree, first: number, last: number): boolean {
  for (let node = first; node <= last; node++) {
    if (tree.parts[node] === -1) return false;
    if (node > first && tree.firstVertices[node] !== tree.lastVertices[node - 1]) return false;
  }
  return true;
}

function boxRun(
  boxes: Float64Array,
  node: number,
  xy: Float64Array,
  first: number,
  last: number,
): void {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 2 * first; i <= 2 * last; i += 2) {
    minX = Math.min(minX, xy[i]!);
    minY = Math.min(minY, xy[i + 1]!);
    maxX = Math.max(maxX, xy[i]!);
    maxY = Math.max(maxY, xy[i + 1]!);
  }
  boxes[4 * node] = minX;
  boxes[4 * node + 1] = minY;
  boxes[4 * node + 2] = maxX;
  boxes[4 * node + 3] = maxY;
}

function boxChildren(boxes: Float64Array, node: number, first: number, last: number): void {
  const at = 4 * node;
  boxes.copyWithin(at, 4 * first, 4 * first + 4);
  for (let child = 4 * first + 4; child <= 4 * last; child += 4) {
    boxes[at] = Math.min(boxes[at]!, boxes[child]!);
    boxes[at + 1] = Math.min(boxes[at + 1]!, boxes[child + 1]!);
    boxes[at + 2] = Math.max(boxes[at + 2]!, boxes[child + 2]!);
    boxes[at + 3] = Math.max(boxes[at + 3]!, boxes[child + 3]!);
  }
}
