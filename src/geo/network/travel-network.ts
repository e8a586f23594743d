import type { EdgeSegments } from './edge-segments.ts';
import type { RoadNetwork } from './road-network.ts';

/** A network as one mode travels over it. */
export interface TravelNetwork {
  network: RoadNetwork;
  segments: EdgeSegments;
  /** Minutes along each whole edge, Infinity where the mode may not go. */
  minutes: Float64Array;
  /** For each segment, 1 where the network may be entered: see `MIN_PIECE_SHARE`. */
  canEnter: Uint8Array;
}

/**
 * A network without a way out for the mode, as a street that the data do not join to any other, is entered only when it is
 * at least this share as long as the longest such piece: else its neighbours would be found out of reach.
 */
export const MIN_PIECE_SHARE = 0.01;

/** A network for a mode whose speed on each row of the lines is `kmh[row]`, 0 where it may not go. Linear. */
export function createTravelNetwork(
  network: RoadNetwork,
  segments: EdgeSegments,
  kmh: Float64Array,
): TravelNetwork {
  const { metres, rows } = network;
  const minutes = metres.map((length, edge) => {
    const speed = kmh[rows[edge]!]!;
    return speed > 0 ? length * minutesPerMetre(speed) : Infinity;
  });
  const isLarge = edgesOfLargePieces(network, minutes);
  const canEnter = Uint8Array.from(segments.edges, (edge) => isLarge[edge]!);
  return { network, segments, minutes, canEnter };
}

/** Minutes that a metre takes at a speed. */
export function minutesPerMetre(kmh: number): number {
  return 60 / (1000 * kmh);
}

/** For each edge, 1 when it is part of a connected piece that is long enough. */
function edgesOfLargePieces(network: RoadNetwork, minutes: Float64Array): Uint8Array {
  const { nodeCount, edgeCount, from, metres, to, offsets, edgesAt } = network;
  const pieceOf = new Int32Array(nodeCount).fill(-1);
  const lengths: number[] = [];
  for (let start = 0; start < nodeCount; start++) {
    if (pieceOf[start]! >= 0) continue;
    const piece = lengths.push(0) - 1;
    const open = [start];
    pieceOf[start] = piece;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
        const edge = edgesAt[i]!;
        if (minutes[edge] === Infinity) continue;
        lengths[piece]! += metres[edge]! / 2;
        const other = from[edge] === node ? to[edge]! : from[edge]!;
        if (pieceOf[other]! >= 0) continue;
        pieceOf[other] = piece;
        open.push(other);
      }
    }
  }
  const least = MIN_PIECE_SHARE * lengths.reduce((max, length) => Math.max(max, length), 0);
  return Uint8Array.from({ length: edgeCount }, (_, edge) =>
    minutes[edge] !== Infinity && lengths[pieceOf[from[edge]!]!]! >= least ? 1 : 0,
  );
}
