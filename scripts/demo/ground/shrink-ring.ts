import type { Position } from 'geojson';
import { HALF_WIDTH_M, type Piece } from './piece.ts';
import { distance, ringArea } from './ring.ts';

/**
 * The part of a piece that is no road, river or rail: each side moved inwards by half the width of what runs along it.
 * Sides keep their kinds. Null when nothing sound is left. Cost: vertices².
 */
export function shrinkPiece(piece: Piece): Piece | null {
  const { ring, edges } = withoutShortSides(piece);
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
  const area = ringArea(moved);
  if (area < 30 || area > ringArea(piece.ring)) return null;
  if (keepsTurning(ring, moved) && !crossesItself(moved)) return { ring: moved, edges };
  const mended = mend({ ring: moved, edges });
  return mended && !ringsCross(mended.ring, piece.ring) ? mended : null;
}

const SHORT_M = 1.5;
const LONGEST_MITRE = 2.5;

function withoutShortSides({ ring, edges }: Piece): Piece {
  const kept: Piece = { ring: [], edges: [] };
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length]!;
    const isWay = HALF_WIDTH_M[edges[index]!] > 0;
    if (isWay && distance(point, next) < SHORT_M && ring.length > 4) return;
    kept.ring.push(point);
    kept.edges.push(edges[index]!);
  });
  return kept;
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

/** Drops, one by one, the corners whose sides cross others; null when the ring does not become sound. */
function mend(piece: Piece): Piece | null {
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
  const isSound = ringArea(ring) > 30 && !crossesItself(ring);
  return isSound ? { ring, edges } : null;
}

function ringsCross(first: Position[], second: Position[]): boolean {
  return first.some((a, i) => {
    const b = first[(i + 1) % first.length]!;
    return second.some((c, j) => segmentsCross(a, b, c, second[(j + 1) % second.length]!));
  });
}

function crossesAt(ring: Position[], index: number): boolean {
  const count = ring.length;
  const a = ring[index]!;
  const b = ring[(index + 1) % count]!;
  return ring.some((c, other) => segmentsCross(a, b, c, ring[(other + 1) % count]!));
}
