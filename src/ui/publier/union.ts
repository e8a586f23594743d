import type { Extent } from '../../domain/units.ts';

/** The box around boxes, of which there is one at least. */
export function union(extents: readonly Extent[]): Extent {
  return extents.reduce(([west, south, east, north], box) => [
    Math.min(west, box[0]),
    Math.min(south, box[1]),
    Math.max(east, box[2]),
    Math.max(north, box[3]),
  ]);
}
