import { squaredDistance } from './distance.ts';
import type { Side } from './layer-index.ts';

/**
 * Whether two rows are at most `metres` apart, planar, boundary included; rows that touch or overlap are 0 m apart.
 * A row without geometry is near nothing.
 */
export function dWithin(a: Side, rowA: number, b: Side, rowB: number, metres: number): boolean {
  const square = metres * metres;
  return squaredDistance(a, rowA, b, rowB, square, square) < Infinity;
}
