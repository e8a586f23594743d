import type { Position } from 'geojson';
import { ringHolds } from '../../ground/ring.ts';
import type { Frontage } from './frontage.ts';

/** How a building stands on its lot, metres. */
export interface Stance {
  /** From the street to the front wall. */
  setbackM: number;
  /** From the side limits to the walls; near 0 for houses in a row. */
  marginM: number;
  /** From the front wall to the back wall. */
  depthM: number;
  /** Longest front wall. */
  widestM: number;
}

/** A rectangular footprint: open ring, anticlockwise, CC50 metres, with the length of its walls. */
export interface Footprint {
  ring: Position[];
  widthM: number;
  depthM: number;
}

const SMALLEST_SIDE_M = 4.5;
const SHRINKS = 5;
const SHRINK = 0.84;

/**
 * A rectangle aligned with the street, set back from it, all of it on the lots (open rings); undefined when none of a
 * liveable size fits.
 */
export function placeFootprint(
  { from, to, widthM: frontageM }: Frontage,
  lots: Position[][],
  { setbackM, marginM, depthM, widestM }: Stance,
): Footprint | undefined {
  const along = [(to[0]! - from[0]!) / frontageM, (to[1]! - from[1]!) / frontageM];
  const at = (u: number, v: number): Position => [
    from[0]! + u * along[0]! - v * along[1]!,
    from[1]! + u * along[1]! + v * along[0]!,
  ];
  let width = Math.min(widestM, frontageM - 2 * marginM);
  let depth = depthM;
  for (let i = 0; i < SHRINKS; i++) {
    if (width < SMALLEST_SIDE_M || depth < SMALLEST_SIDE_M) return undefined;
    const [left, right] = [(frontageM - width) / 2, (frontageM + width) / 2];
    const back = setbackM + depth;
    const probes = [left, (left + right) / 2, right].flatMap((u) => [at(u, setbackM), at(u, back)]);
    const middles = [at(left, setbackM + depth / 2), at(right, setbackM + depth / 2)];
    if ([...probes, ...middles].every(([x, y]) => lots.some((lot) => ringHolds(lot, x!, y!)))) {
      const ring = [at(left, setbackM), at(right, setbackM), at(right, back), at(left, back)];
      return { ring, widthM: width, depthM: depth };
    }
    width *= SHRINK;
    depth *= SHRINK;
  }
  return undefined;
}
