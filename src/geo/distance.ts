import type { EdgeTree } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { holdsPart } from './row-parts.ts';
import { squaredSegmentDistance } from './segments.ts';

/**
 * Shortest planar distance between two rows in metres, 0 just when they touch or overlap; Infinity when either has no
 * geometry. Cost: a branch and bound over both rows' edges.
 */
export function distance(a: Side, rowA: number, b: Side, rowB: number): number {
  return Math.sqrt(squaredDistance(a, rowA, b, rowB, Infinity, 0));
}

/**
 * Square of the distance between two rows in m², 0 just when they share a point, exactly; Infinity when it is more
 * than `limit`. May stop at any pair of points whose squared distance is at most `enough`, and then gives theirs:
 * `enough` 0 asks for the exact value.
 */
export function squaredDistance(
  a: Side,
  rowA: number,
  b: Side,
  rowB: number,
  limit: number,
  enough: number,
): number {
  if (a.column.kinds[rowA] === GEOMETRY_KIND.none) return Infinity;
  if (b.column.kinds[rowB] === GEOMETRY_KIND.none) return Infinity;
  const bound = squaredBoxDistance(a.index.boxes, 4 * rowA, b.index.boxes, 4 * rowB);
  if (bound > limit) return Infinity;
  if (holdsPart(b, rowB, a, rowA) || holdsPart(a, rowA, b, rowB)) return 0;
  const rootA = a.index.edges.rowNodes[rowA + 1]! - 1;
  const rootB = b.index.edges.rowNodes[rowB + 1]! - 1;
  const best = nodesDistance(a, rootA, b, rootB, nextUp(limit), enough);
  return best <= limit ? best : Infinity;
}

/** The least squared distance between the edges below two nodes if it is under `best`, else `best`. */
function nodesDistance(
  a: Side,
  nodeA: number,
  b: Side,
  nodeB: number,
  best: number,
  enough: number,
): number {
  const treeA = a.index.edges;
  const treeB = b.index.edges;
  const countA = treeA.childCounts[nodeA]!;
  const countB = treeB.childCounts[nodeB]!;
  if (countA === 0 && countB === 0) return leavesDistance(a, nodeA, b, nodeB, best, enough);
  if (countA > 0 && (countB === 0 || spread(treeA, nodeA) > spread(treeB, nodeB))) {
    return childrenDistance(b, nodeB, a, nodeA, best, enough);
  }
  return childrenDistance(a, nodeA, b, nodeB, best, enough);
}

/** Goes down into the children of `nodeB`, nearest first, until none can beat `best`. */
function childrenDistance(
  a: Side,
  nodeA: number,
  b: Side,
  nodeB: number,
  best: number,
  enough: number,
): number {
  const { boxes } = a.index.edges;
  const tree = b.index.edges;
  const first = tree.firstChildren[nodeB]!;
  const count = tree.childCounts[nodeB]!;
  let least = best;
  let done = 0;
  while (done !== (1 << count) - 1 && least > enough) {
    let nearest = -1;
    let nearestBound = least;
    for (let child = 0; child < count; child++) {
      if ((done & (1 << child)) !== 0) continue;
      const bound = squaredBoxDistance(boxes, 4 * nodeA, tree.boxes, 4 * (first + child));
      if (bound < nearestBound) {
        nearest = child;
        nearestBound = bound;
      }
    }
    if (nearest < 0) return least;
    done |= 1 << nearest;
    least = nodesDistance(a, nodeA, b, first + nearest, least, enough);
  }
  return least;
}

function leavesDistance(
  a: Side,
  leafA: number,
  b: Side,
  leafB: number,
  best: number,
  enough: number,
): number {
  const { firstVertices, lastVertices } = a.index.edges;
  const { xy } = a.column;
  const last = lastVertices[leafA]!;
  let least = best;
  let i = firstVertices[leafA]!;
  do {
    const end = Math.min(i + 1, last);
    least = edgeDistance(
      xy[2 * i]!,
      xy[2 * i + 1]!,
      xy[2 * end]!,
      xy[2 * end + 1]!,
      b,
      leafB,
      least,
    );
    i++;
  } while (i < last && least > enough);
  return least;
}

/** The least squared distance from a segment to the edges of a leaf if it is under `best`, else `best`. */
function edgeDistance(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  side: Side,
  leaf: number,
  best: number,
): number {
  const { firstVertices, lastVertices, boxes } = side.index.edges;
  const { xy } = side.column;
  const minX = Math.min(x1, x2);
  const maxX = Math.max(x1, x2);
  const minY = Math.min(y1, y2);
  const maxY = Math.max(y1, y2);
  const at = 4 * leaf;
  const boxX = gap(minX, maxX, boxes[at]!, boxes[at + 2]!);
  const boxY = gap(minY, maxY, boxes[at + 1]!, boxes[at + 3]!);
  if (boxX * boxX + boxY * boxY >= best) return best;
  const last = lastVertices[leaf]!;
  let least = best;
  let i = firstVertices[leaf]!;
  do {
    const end = Math.min(i + 1, last);
    const x3 = xy[2 * i]!;
    const y3 = xy[2 * i + 1]!;
    const x4 = xy[2 * end]!;
    const y4 = xy[2 * end + 1]!;
    const dx = gap(minX, maxX, Math.min(x3, x4), Math.max(x3, x4));
    const dy = gap(minY, maxY, Math.min(y3, y4), Math.max(y3, y4));
    if (dx * dx + dy * dy < least) {
      least = Math.min(least, squaredSegmentDistance(x1, y1, x2, y2, x3, y3, x4, y4));
    }
    i++;
  } while (i < last);
  return least;
}

/** Square of the distance between two boxes, each four numbers at an offset of its array. */
function squaredBoxDistance(
  boxesA: Float64Array,
  i: number,
  boxesB: Float64Array,
  j: number,
): number {
  const dx = gap(boxesA[i]!, boxesA[i + 2]!, boxesB[j]!, boxesB[j + 2]!);
  const dy = gap(boxesA[i + 1]!, boxesA[i + 3]!, boxesB[j + 1]!, boxesB[j + 3]!);
  return dx * dx + dy * dy;
}

/** How far apart two intervals are, 0 when they meet. */
function gap(min1: number, max1: number, min2: number, max2: number): number {
  if (min2 > max1) return min2 - max1;
  return min1 > max2 ? min1 - max2 : 0;
}

function spread(tree: EdgeTree, node: number): number {
  const at = 4 * node;
  return tree.boxes[at + 2]! - tree.boxes[at]! + tree.boxes[at + 3]! - tree.boxes[at + 1]!;
}

/** A number just above, so that a search for what is strictly under it includes the limit itself. */
function nextUp(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value * (1 + 2 * Number.EPSILON);
}
