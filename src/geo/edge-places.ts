import type { Side } from './layer-index.ts';
import { locatePoint, POSITION, type PointPosition } from './locate-point.ts';
import { locateSides, SIDE } from './locate-sides.ts';
import { isInBoxOf, segmentsMeet } from './segments.ts';

/**
 * Bits that tell what the pieces of edges run through, relative to a polygon row: its interior, its border, its
 * exterior; `crossing` where an edge passes properly through its border (`interior` and `exterior` are then set too).
 * Of a piece on the border, when the edges bound a polygon too: `both` where the polygons lie on the same side of it,
 * `onlyOwn` where a side is covered by the edges' polygon alone, `onlyOther` where by the other alone.
 */
export const PLACE = {
  interior: 1,
  boundary: 2,
  exterior: 4,
  crossing: 8,
  both: 16,
  onlyOwn: 32,
  onlyOther: 64,
} as const;

/** A walk along consecutive edges past a polygon row b. */
export interface Walk {
  b: Side;
  rowB: number;
  /** Leaves of b's edges that may meet the edges of the walk. */
  near: readonly number[];
  /** The polygon that the edges bound, to tell the sides of shared pieces by; null for a line. */
  own: { side: Side; row: number } | null;
  /** Where the walk has come to. */
  position: PointPosition;
}

/** The `PLACE` bit of a position. */
export function placeOf(position: PointPosition): number {
  if (position === POSITION.interior) return PLACE.interior;
  return position === POSITION.boundary ? PLACE.boundary : PLACE.exterior;
}

/**
 * Goes along the edge from p, where the walk stands, to q; gives the `PLACE` bits of its pieces, exactly. The edge is
 * cut where b's vertices lie on it; each piece then runs through one place. A proper crossing is taken to lead from
 * b's interior to its exterior: so it does but where b is invalid (a spike, the point where a ring crosses itself).
 * Cost: the edges of the leaves near, and a point location for each piece that starts on b's border.
 */
export function walkEdge(walk: Walk, px: number, py: number, qx: number, qy: number): number {
  const { b, rowB } = walk;
  const contacts = meetEdges(walk, px, py, qx, qy);
  let places = (contacts & CONTACT.crossing) !== 0 ? CROSSED : 0;
  if (CUTS.length > 1) sortCuts(b.column.xy, px, py, qx, qy);
  let x = px;
  let y = py;
  for (const cut of CUTS) {
    const cx = b.column.xy[cut]!;
    const cy = b.column.xy[cut + 1]!;
    if (cx === x && cy === y) continue;
    places |= placePiece(walk, x, y, cx, cy);
    walk.position = POSITION.boundary;
    x = cx;
    y = cy;
  }
  const last = placePiece(walk, x, y, qx, qy);
  if ((contacts & CONTACT.end) !== 0) walk.position = POSITION.boundary;
  else if ((contacts & CONTACT.crossing) !== 0) walk.position = locatePoint(b, rowB, qx, qy);
  else if ((last & PLACE.interior) !== 0) walk.position = POSITION.interior;
  else walk.position = POSITION.exterior;
  return places | last;
}

const CONTACT = { crossing: 1, end: 2 } as const;
const CROSSED = PLACE.crossing | PLACE.interior | PLACE.exterior;
/** Sides on which the ends of two edges that meet lie; see `segmentsMeet`. */
const TURNS = new Float64Array(4);
/** Offsets in b's `xy` of its vertices that lie strictly inside the edge at hand. */
const CUTS: number[] = [];

/** How the edges near meet the edge p q: crossing it, or holding its end q; fills `CUTS`. */
function meetEdges({ b, near }: Walk, px: number, py: number, qx: number, qy: number): number {
  const { boxes, firstVertices, lastVertices } = b.index.edges;
  const { xy } = b.column;
  const minX = Math.min(px, qx);
  const minY = Math.min(py, qy);
  const maxX = Math.max(px, qx);
  const maxY = Math.max(py, qy);
  let contacts = 0;
  CUTS.length = 0;
  for (const leaf of near) {
    const at = 4 * leaf;
    if (boxes[at]! > maxX || boxes[at + 2]! < minX) continue;
    if (boxes[at + 1]! > maxY || boxes[at + 3]! < minY) continue;
    const last = 2 * lastVertices[leaf]!;
    for (let i = 2 * firstVertices[leaf]!; i < last; i += 2) {
      const cx = xy[i]!;
      const cy = xy[i + 1]!;
      const dx = xy[i + 2]!;
      const dy = xy[i + 3]!;
      if (!segmentsMeet(px, py, qx, qy, cx, cy, dx, dy, TURNS)) continue;
      if (TURNS[3] === 0 && isInBoxOf(cx, cy, dx, dy, qx, qy)) contacts |= CONTACT.end;
      if (TURNS.every((turn) => turn !== 0)) contacts |= CONTACT.crossing;
      if (TURNS[0] !== 0 || !isInBoxOf(px, py, qx, qy, cx, cy)) continue;
      if ((cx !== px || cy !== py) && (cx !== qx || cy !== qy)) CUTS.push(i);
    }
  }
  return contacts;
}

/** Puts the cuts in the order in which the way from p to q meets them. */
function sortCuts(xy: Float64Array, px: number, py: number, qx: number, qy: number): void {
  const axis = Math.abs(qx - px) >= Math.abs(qy - py) ? 0 : 1;
  const way = axis === 0 ? qx - px : qy - py;
  CUTS.sort((one, other) => (way > 0 ? 1 : -1) * (xy[one + axis]! - xy[other + axis]!));
}

function placePiece(walk: Walk, px: number, py: number, qx: number, qy: number): number {
  const { b, rowB, own, position } = walk;
  if (position !== POSITION.boundary || (px === qx && py === qy)) return placeOf(position);
  const others = locateSides(b, rowB, px, py, qx, qy);
  if ((others & SIDE.border) === 0) return others === 0 ? PLACE.exterior : PLACE.interior;
  if (own === null) return PLACE.boundary;
  const owns = locateSides(own.side, own.row, px, py, qx, qy);
  let place: number = PLACE.boundary;
  if ((owns & others & BESIDE) !== 0) place |= PLACE.both;
  if ((owns & ~others & BESIDE) !== 0) place |= PLACE.onlyOwn;
  if ((others & ~owns & BESIDE) !== 0) place |= PLACE.onlyOther;
  return place;
}

const BESIDE = SIDE.left | SIDE.right;
