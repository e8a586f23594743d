import type { Position } from 'geojson';
import { distance } from './ring.ts';

/** What runs along one side of a piece of land. */
export type EdgeKind =
  | 'limit'
  | 'plot'
  | 'river'
  | 'ditch'
  | 'rail'
  | 'motorway'
  | 'main'
  | 'secondary'
  | 'street'
  | 'track';

/** A piece of land: an open ring, anticlockwise, CC50 metres, and the kind of each side. */
export interface Piece {
  ring: Position[];
  /** `edges[i]` runs from `ring[i]` to the next vertex. */
  edges: EdgeKind[];
}

/** Half of the ground that is no parcel along each kind of side, metres: road and verge, river bed, ballast. */
export const HALF_WIDTH_M: Record<EdgeKind, number> = {
  limit: 0,
  plot: 0,
  river: 4,
  ditch: 1.2,
  rail: 7,
  motorway: 22,
  main: 7,
  secondary: 5.5,
  street: 4.5,
  track: 2.5,
};

/** The pieces of a cut and the lines that were cut, each between two sides of the piece. */
export interface Cut {
  pieces: Piece[];
  chords: Position[][];
}

/**
 * Cuts a piece along an open `path` that enters and leaves it; the new sides are of `kind`.
 * Vertices of the cut are the same objects in the pieces on both sides. The piece itself when the path misses it.
 */
export function cutPiece(piece: Piece, path: Position[], kind: EdgeKind): Cut {
  const crossings = findCrossings(piece, path);
  if (crossings.length < 2) return { pieces: [piece], chords: [] };
  let pieces = [withCrossings(piece, crossings)];
  const chords: Position[][] = [];
  for (let index = 1; index < crossings.length; index++) {
    const from = crossings[index - 1]!;
    const to = crossings[index]!;
    if (from.point === to.point || !runsInside(piece, path, from, to)) continue;
    const chord = [from.point, ...between(path, from.along, to.along), to.point];
    const target = pieces.findIndex(
      (p) => p.ring.includes(from.point) && p.ring.includes(to.point),
    );
    if (target < 0) continue;
    const halves = cutAlongChord(pieces[target]!, chord, kind);
    if (halves.some((half) => half.ring.length < 3)) continue;
    pieces = [...pieces.slice(0, target), ...halves, ...pieces.slice(target + 1)];
    chords.push(chord);
  }
  return { pieces, chords };
}

const SNAP_M = 0.4;

interface Crossing {
  /** Position on the path: index of the segment + share of it. */
  along: number;
  edge: number;
  /** Share of the side; 0 when the crossing was drawn to the side's first vertex. */
  share: number;
  point: Position;
}

function findCrossings({ ring }: Piece, path: Position[]): Crossing[] {
  const found: Crossing[] = [];
  for (let segment = 1; segment < path.length; segment++) {
    const [ax, ay] = path[segment - 1]! as [number, number];
    const dx = path[segment]![0]! - ax;
    const dy = path[segment]![1]! - ay;
    let side = (ring[ring.length - 1]![0]! - ax) * dy - (ring[ring.length - 1]![1]! - ay) * dx;
    for (let end = 0; end < ring.length; end++) {
      const before = side;
      const [qx, qy] = ring[end]! as [number, number];
      side = (qx - ax) * dy - (qy - ay) * dx;
      if (before > 0 === side > 0) continue;
      const edge = end === 0 ? ring.length - 1 : end - 1;
      const [px, py] = ring[edge]! as [number, number];
      const share = before / (before - side);
      const x = px + share * (qx - px);
      const y = py + share * (qy - py);
      const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
      if (along < 0 || along >= 1) continue;
      found.push(snap(ring, edge, share, [x, y], segment - 1 + along));
    }
  }
  return found.sort((a, b) => a.along - b.along);
}

function snap(
  ring: Position[],
  edge: number,
  share: number,
  at: Position,
  along: number,
): Crossing {
  const next = edge + 1 === ring.length ? 0 : edge + 1;
  if (distance(at, ring[edge]!) < SNAP_M) return { along, edge, share: 0, point: ring[edge]! };
  if (distance(at, ring[next]!) < SNAP_M)
    return { along, edge: next, share: 0, point: ring[next]! };
  return { along, edge, share, point: at };
}

function withCrossings(piece: Piece, crossings: Crossing[]): Piece {
  const added = crossings
    .filter((crossing) => crossing.share > 0)
    .sort((a, b) => a.edge - b.edge || a.share - b.share);
  const ring: Position[] = [];
  const edges: EdgeKind[] = [];
  let next = 0;
  piece.ring.forEach((point, index) => {
    ring.push(point);
    edges.push(piece.edges[index]!);
    for (; next < added.length && added[next]!.edge === index; next++) {
      ring.push(added[next]!.point);
      edges.push(piece.edges[index]!);
    }
  });
  return { ring, edges };
}

function between(path: Position[], from: number, to: number): Position[] {
  return path.slice(Math.floor(from) + 1, Math.floor(to) + 1);
}

function runsInside({ ring }: Piece, path: Position[], from: Crossing, to: Crossing): boolean {
  const inner = between(path, from.along, to.along);
  const second = inner[0] ?? to.point;
  const x = (from.point[0]! + second[0]!) / 2;
  const y = (from.point[1]! + second[1]!) / 2;
  let inside = false;
  let before = ring[ring.length - 1]!;
  for (const point of ring) {
    if (point[1]! > y !== before[1]! > y) {
      const reach = (y - before[1]!) / (point[1]! - before[1]!);
      if (x < before[0]! + reach * (point[0]! - before[0]!)) inside = !inside;
    }
    before = point;
  }
  return inside;
}

function cutAlongChord({ ring, edges }: Piece, chord: Position[], kind: EdgeKind): Piece[] {
  const start = ring.indexOf(chord[0]!);
  const end = ring.indexOf(chord[chord.length - 1]!);
  const inner = chord.slice(1, -1);
  const walk = (from: number, to: number) => {
    const points: Position[] = [];
    const kinds: EdgeKind[] = [];
    for (let index = from; index !== to; index = (index + 1) % ring.length) {
      points.push(ring[index]!);
      kinds.push(edges[index]!);
    }
    return { points: [...points, ring[to]!], kinds };
  };
  const right = walk(start, end);
  const left = walk(end, start);
  const newEdges = chord.slice(1).map(() => kind);
  return [
    {
      ring: [...right.points, ...[...inner].reverse()],
      edges: [...right.kinds, ...newEdges],
    },
    { ring: [...left.points, ...inner], edges: [...left.kinds, ...newEdges] },
  ];
}
