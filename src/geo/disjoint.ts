import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';

/**
 * Whether rows a and b share no point (OGC `disjoint`), the contrary of `intersects` and as exact. A row without geometry
 * is disjoint from all, itself included, as an empty geometry is in GEOS; of a null SQL would say null.
 */
export function disjoint(a: Side, rowA: number, b: Side, rowB: number): boolean {
  return !intersects(a, rowA, b, rowB);
}
