import { findLeaves } from './edge-tree.ts';
import type { Side } from './layer-index.ts';
import { locatePoint, POSITION, type PointPosition } from './locate-point.ts';
import { orient } from './orient.ts';
import { squaredPointDistance } from './segments.ts';

/** Bits of an answer of `chainPlaces`: what the pieces of a chain of edges run through. */
export const PLACE = { interior: 1, boundary: 2, exterior: 4 } as const;

/**
 * Where a chain of edges (a leaf of row a's tree) runs relative to a polygon row b: the union of the `PLACE` bits of
 * its pieces, complete unless it holds a bit of `unwanted`, on which the search stops. The edges are cut where b's
 * vertices lie on them; a piece then runs through one place, told exactly by its ends. Only a piece with both ends
 * on b's border is told by its midpoint, which counts as on the border within 4 units in the last place.
 */
export function chainPlaces(
  a: Side,
  leaf: number,
  b: Side,
  rowB: number,
  unwanted: number,
): number {
  const { boxes, firstVertices, lastVertices } = a.index.edges;
  const { xy } = a.column;
  const at = 4 * leaf;
  const near: number[] = [];
  findLeaves(b.index.edges, rowB, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, near);
  const first = firstVertices[leaf]!;
  const last = lastVertices[leaf]!;
  let start = locatePoint(b, rowB, xy[2 * first]!, xy[2 * first + 1]!);
  if (near.length === 0 || first === last) return placeOf(start);
  let places = 0;
  for (let i = first; i < last && (places & unwanted) === 0; i++) {
    const edge = { x1: xy[2 * i]!, y1: xy[2 * i + 1]!, x2: xy[2 * i + 2]!, y2: xy[2 * i + 3]! };
    const end = locatePoint(b, rowB, edge.x2, edge.y2);
    places |= edgePlaces(edge, start, end, b, rowB, near);
    start = end;
  }
  return places;
}

/** The `PLACE` bit of a position. */
export function placeOf(position: PointPosition): number {
  if (position === POSITION.interior) return PLACE.interior;
  return position === POSITION.boundary ? PLACE.boundary : PLACE.exterior;
}

interface Edge {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

function edgePlaces(
  edge: Edge,
  start: PointPosition,
  end: PointPosition,
  b: Side,
  rowB: number,
  near: number[],
): number {
  const cuts: number[] = [];
  for (const leaf of near) if (cutEdge(edge, b, leaf, cuts)) return PLACE.interior | PLACE.exterior;
  if (cuts.length === 0) return piecePlace(edge, start, end, b, rowB, near);
  const { xy } = b.column;
  const along = (vertex: number) =>
    (xy[2 * vertex]! - edge.x1) * (edge.x2 - edge.x1) +
    (xy[2 * vertex + 1]! - edge.y1) * (edge.y2 - edge.y1);
  cuts.sort((one, other) => along(one) - along(other));
  let places = 0;
  let { x1, y1 } = edge;
  let position = start;
  for (const cut of cuts) {
    const x2 = xy[2 * cut]!;
    const y2 = xy[2 * cut + 1]!;
    places |= piecePlace({ x1, y1, x2, y2 }, position, POSITION.boundary, b, rowB, near);
    x1 = x2;
    y1 = y2;
    position = POSITION.boundary;
  }
  return places | piecePlace({ ...edge, x1, y1 }, position, end, b, rowB, near);
}

/** Adds to `cuts` the vertices of a leaf that lie inside an edge; true when one of its edges crosses it properly. */
function cutEdge(edge: Edge, side: Side, leaf: number, cuts: number[]): boolean {
  const { firstVertices, lastVertices } = side.index.edges;
  const { xy } = side.column;
  const { x1, y1, x2, y2 } = edge;
  const first = firstVertices[leaf]!;
  const last = lastVertices[leaf]!;
  let turn = orient(x1, y1, x2, y2, xy[2 * first]!, xy[2 * first + 1]!);
  for (let i = first; i <= last; i++) {
    const cx = xy[2 * i]!;
    const cy = xy[2 * i + 1]!;
    if (turn === 0 && isInside(edge, cx, cy)) cuts.push(i);
    if (i === last) break;
    const dx = xy[2 * i + 2]!;
    const dy = xy[2 * i + 3]!;
    const next = orient(x1, y1, x2, y2, dx, dy);
    if ((turn > 0 && next < 0) || (turn < 0 && next > 0)) {
      const one = orient(cx, cy, dx, dy, x1, y1);
      const other = orient(cx, cy, dx, dy, x2, y2);
      if ((one > 0 && other < 0) || (one < 0 && other > 0)) return true;
    }
    turn = next;
  }
  return false;
}

/** Whether a point of an edge's line lies strictly between its ends. */
function isInside(edge: Edge, x: number, y: number): boolean {
  const { x1, y1, x2, y2 } = edge;
  if (x < Math.min(x1, x2) || x > Math.max(x1, x2)) return false;
  if (y < Math.min(y1, y2) || y > Math.max(y1, y2)) return false;
  return (x !== x1 || y !== y1) && (x !== x2 || y !== y2);
}

function piecePlace(
  piece: Edge,
  start: PointPosition,
  end: PointPosition,
  b: Side,
  rowB: number,
  near: number[],
): number {
  if (start !== POSITION.boundary) return placeOf(start);
  if (end !== POSITION.boundary) return placeOf(end);
  const x = (piece.x1 + piece.x2) / 2;
  const y = (piece.y1 + piece.y2) / 2;
  const position = locatePoint(b, rowB, x, y);
  if (position === POSITION.boundary) return PLACE.boundary;
  const reach = BORDER_ULPS * Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
  const isOnBorder = near.some((leaf) => isNearLeaf(x, y, reach * reach, b, leaf));
  return isOnBorder ? PLACE.boundary : placeOf(position);
}

function isNearLeaf(x: number, y: number, square: number, side: Side, leaf: number): boolean {
  const { firstVertices, lastVertices } = side.index.edges;
  const { xy } = side.column;
  for (let i = 2 * firstVertices[leaf]!; i < 2 * lastVertices[leaf]!; i += 2) {
    const d = squaredPointDistance(x, y, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
    if (d <= square) return true;
  }
  return false;
}

/** Rounding of a midpoint: 7 nanometres in CC50. */
const BORDER_ULPS = 4;
