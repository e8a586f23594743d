import type { Extent } from './units.ts';

/** The smallest box that holds all of some boxes, one at least, of one CRS. */
export function unionExtents(extents: readonly Extent[]): Extent {
  return [
    Math.min(...extents.map((extent) => extent[0])),
    Math.min(...extents.map((extent) => extent[1])),
    Math.max(...extents.map((extent) => extent[2])),
    Math.max(...extents.map((extent) => extent[3])),
  ];
}
