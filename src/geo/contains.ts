import type { Side } from './layer-index.ts';
import { within } from './within.ts';

/**
 * Whether row a contains row b (OGC `contains`): b is within a, with all that `within` says. A polygon contains a point
 * inside it, not one on its border. A row without geometry contains nothing and is contained in nothing.
 */
export function contains(a: Side, rowA: number, b: Side, rowB: number): boolean {
  return within(b, rowB, a, rowA);
}
