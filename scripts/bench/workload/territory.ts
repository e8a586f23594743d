import { createNoise } from '../../demo/random.ts';

/** Parcels of the workload that the targets are stated for. */
export const FULL_ROWS = 300_000;

/** The ground of a workload: a rectangle in metres, easting first, from a corner of EPSG:3950. */
export interface Ground {
  /** Blocks of `BLOCK_M` from west to east, and from south to north. */
  columns: number;
  rows: number;
}

/** Side of a block of parcels with the road around it, in metres. */
export const BLOCK_M = 400;

/** South-west corner of every workload in EPSG:3950, metres, easting first. */
export const ORIGIN = { x: 1_650_000, y: 9_250_000 };

/**
 * The ground for that many parcels: 32 km × 27.2 km for 300 000, and as many parcels to the hectare for any other
 * number, so that twice the parcels are twice the work and not a finer drawing of the same.
 */
export function groundFor(parcels: number): Ground {
  const scale = Math.sqrt(parcels / FULL_ROWS);
  return {
    columns: Math.max(1, Math.round(FULL_COLUMNS * scale)),
    rows: Math.max(1, Math.round(FULL_ROWS_OF_BLOCKS * scale)),
  };
}

/** Moves a point of the plane smoothly. */
export type Warp = (x: number, y: number) => [x: number, y: number];

/**
 * A smooth bending of the plane, by up to `reachM` metres, over hills of `waveM`: straight rows of parcels come to lie
 * at all angles. One to one while six times the reach is less than the wave. Made of sums and products alone, which
 * every machine computes alike.
 */
export function createWarp(seed: string, reachM: number, waveM: number): Warp {
  const east = createNoise(`${seed} east`, waveM);
  const north = createNoise(`${seed} north`, waveM);
  return (x, y) => [x + reachM * east(x, y), y + reachM * north(x, y)];
}

/** A length in metres to the millimetre, as all coordinates of the workload are. */
export function toMillimetre(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}

const FULL_COLUMNS = 80;
const FULL_ROWS_OF_BLOCKS = 68;
