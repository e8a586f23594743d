import type { Position } from 'geojson';
import { HALF_WIDTH_M, type Piece } from './piece.ts';
import { distance, distanceToSegment, ringArea, ringHolds } from './ring.ts';

/**
 * The part of a piece that is no road, river or rail: each side moved inwards by half the width of what runs along it.
 * Sides keep their kinds. Null when nothing sound is left. Cost: vertices².
 */
export function shrinkPiece(piece: Piece): Piece | null {
  for (const shortM of SHORT_M) {
    const shrunk = moveSides(withoutShortSides(piece, shortM));
    if (shrunk && isSound(shrunk, piece)) return shrunk;
  }
  return null;
}

/** Sides shorter than this turn round when they move: they are dropped, more and more of them until the result is sound. */
const SHORT_M = [1.5, 6, 11, 18, 30];
const LONGEST_MITRE = 2.5;
const ON_LINE_M = 0.02;
const SMALLEST_M2 = 30;

function withoutShortSides({ ring, edges }: Piece, shortM: number): Piece {
  const kept: Piece = { ring: [ring[0]!], edges: [edges[0]!] };
  for (let index = 1; index < ring.length; index++) {
    const last = kept.ring.length - 1;
    const before = kept.edges[last]!;
    const after = edges[index]!;
    if (
      HALF_WIDTH_M[before] + HALF_WIDTH_M[after] > 0 &&
      distance(kept.ring[last]!, ring[index]!) < shortM
    ) {
      if (HALF_WIDTH_M[after] > HALF_WIDTH_M[before]) kept.edges[last] = after;
      continue;
    }
    kept.ring.push(ring[index]!);
    kept.edges.push(after);
  }
  const last = kept.ring.length - 1;
  if (last > 2 && distance(kept.ring[last]!, kept.ring[0]!) < shortM && isWayAt(kept, last)) {
    kept.ring.pop();
    kept.edges.pop();
  }
  return kept;
}

/** Whether a way runs along the side before or after a corner. */
function isWayAt({ edges }: Piece, corner: number): boolean {
  return HALF_WIDTH_M[edges[corner]!] + HALF_WIDTH_M[edges[corner - 1]!] > 0;
}

function moveSides({ ring, edges }: Piece): Piece | null {
  if (ring.length < 3) return null;
  const moved = ring.map((point, index): Position => {
    const before = (index + ring.length - 1) % ring.length;
    return moveCorner(
      ring[before]!,
      point,
      ring[(index + 1) % ring.length]!,
      HALF_WIDTH_M[edges[before]!],
      HALF_WIDTH_M[edges[index]!],
    );
  });
  const isTurned = crossesItself(moved) || !keepsTurning(ring, moved);
  return isTurned ? mend({ ring: moved, edges }) : { ring: moved, edges };
}

function isSound({ ring }: Piece, from: Piece): boolean {
  return ringArea(ring) > SMALLEST_M2 && !crossesItself(ring) && staysInside(ring, from.ring);
}

/** Where two sides meet once each is moved to its left. */
function moveCorner(
  a: Position,
  b: Position,
  c: Position,
  first: number,
  second: number,
): Position {
  if (first === 0 && second === 0) return b;
  const [ux, uy] = unit(a, b);
  const [vx, vy] = unit(b, c);
  const turn = ux * vy - uy * vx;
  const [px, py] = [b[0]! - first * uy, b[1]! + first * ux];
  if (Math.abs(turn) < 0.05) {
    const even = Math.max(first, second);
    return [b[0]! - (even * (uy + vy)) / 2, b[1]! + (even * (ux + vx)) / 2];
  }
  const [qx, qy] = [b[0]! - second * vy, b[1]! + second * vx];
  const t = ((qx - px) * vy - (qy - py) * vx) / turn;
  const [dx, dy] = [px + t * ux - b[0]!, py + t * uy - b[1]!];
  const reach = Math.hypot(dx, dy);
  const most = LONGEST_MITRE * Math.max(first, second);
  const share = reach > most ? most / reach : 1;
  return [b[0]! + share * dx, b[1]! + share * dy];
}

function unit(a: Position, b: Position): [number, number] {
  const length = distance(a, b) || 1;
  return [(b[0]! - a[0]!) / length, (b[1]! - a[1]!) / length];
}

/** Whether no side was turned round by the move. */
function keepsTurning(ring: Position[], moved: Position[]): boolean {
  return ring.every((a, index) => {
    const next = (index + 1) % ring.length;
    const b = ring[next]!;
    const [c, d] = [moved[index]!, moved[next]!];
    return (b[0]! - a[0]!) * (d[0]! - c[0]!) + (b[1]! - a[1]!) * (d[1]! - c[1]!) >= 0;
  });
}

/** Whether two sides of an open ring cross. Cost: sides². */
export function crossesItself(ring: Position[]): boolean {
  const count = ring.length;
  for (let i = 0; i < count; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % count]!;
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue;
      if (segmentsCross(a, b, ring[j]!, ring[(j + 1) % count]!)) return true;
    }
  }
  return false;
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
}

/** Drops, one by one, the corners whose sides cross others. */
function mend(piece: Piece): Piece {
  let { ring, edges } = piece;
  for (let round = 0; round < 12 && ring.length > 4; round++) {
    const bad = ring.findIndex((point, index) => {
      const before = ring[(index + ring.length - 1) % ring.length]!;
      const after = ring[(index + 1) % ring.length]!;
      return side(before, point, after) < 0 && crossesAt(ring, index);
    });
    const dropped = bad >= 0 ? bad : ring.findIndex((_, index) => crossesAt(ring, index));
    if (dropped < 0) break;
    ring = ring.filter((_, index) => index !== dropped);
    edges = edges.filter((_, index) => index !== dropped);
  }
  return { ring, edges };
}

/** Whether corners and middles of sides of `inner` lie in `outer`, or off it by less than the rounding of a mitre. */
function staysInside(inner: Position[], outer: Position[]): boolean {
  return inner.every((a, index) => {
    const b = inner[(index + 1) % inner.length]!;
    const middle = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
    return [a, middle].every((point) => {
      const [x, y] = point as [number, number];
      if (ringHolds(outer, x, y)) return true;
      return outer.some((c, i) => {
        return distanceToSegment(x, y, c, outer[(i + 1) % outer.length]!) < ON_LINE_M;
      });
    });
  });
}

function crossesAt(ring: Position[], index: number): boolean {
  const count = ring.length;
  const a = ring[index]!;
  const b = ring[(index + 1) % count]!;
  return ring.some((c, other) => segmentsCross(a, b, c, ring[(other + 1) % count]!));
}
