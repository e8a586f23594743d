import type { Position } from 'geojson';
import type { GroundBlock } from '../../ground/ground.ts';
import { type EdgeKind, HALF_WIDTH_M } from '../../ground/piece.ts';
import { distance, distanceToSegment } from '../../ground/ring.ts';

/** The side of a lot that looks on a street, walked with the lot on the left. CC50 metres. */
export interface Frontage {
  from: Position;
  to: Position;
  widthM: number;
}

const STREETS: EdgeKind[] = ['main', 'secondary', 'street', 'track'];
/** How far from the edge of the street a side may lie and still look on it. */
const SLACK_M = 0.8;
const SHORTEST_M = 4;

/** The longest side of a lot (open ring, anticlockwise) on a street of its block; undefined for a lot at the back. */
export function findFrontage(ring: Position[], block: GroundBlock): Frontage | undefined {
  let best: Frontage | undefined;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    const widthM = distance(from, to);
    if (widthM < SHORTEST_M || (best && widthM <= best.widthM)) return;
    if (looksOnStreet(from, to, block)) best = { from, to, widthM };
  });
  return best;
}

function looksOnStreet(from: Position, to: Position, { ring, edges }: GroundBlock): boolean {
  const [x, y] = [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2];
  return edges.some((kind, index) => {
    if (!STREETS.includes(kind)) return false;
    const reach = HALF_WIDTH_M[kind] + SLACK_M;
    const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!];
    return distanceToSegment(x, y, a, b) < reach && isParallel(from, to, a, b);
  });
}

function isParallel(a: Position, b: Position, c: Position, d: Position): boolean {
  const [ux, uy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const [vx, vy] = [d[0]! - c[0]!, d[1]! - c[1]!];
  return Math.abs(ux * vy - uy * vx) < 0.15 * Math.hypot(ux, uy) * Math.hypot(vx, vy);
}
