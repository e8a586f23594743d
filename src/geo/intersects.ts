import { squaredDistance } from './distance.ts';
import type { Side } from './layer-index.ts';
import { boxesMeet } from './row-parts.ts';

/**
 * Whether two rows share at least one point (OGC `intersects`; a shared border or vertex is enough), exactly on the
 * coordinates as they are. A row without geometry meets nothing.
 * Cost: a point location for each part, then a descent of both rows' trees into the edges whose boxes meet.
 */
export function intersects(a: Side, rowA: number, b: Side, rowB: number): boolean {
  return boxesMeet(a, rowA, b, rowB) && squaredDistance(a, rowA, b, rowB, 0, 0) === 0;
}
