import type { Extent } from '../../domain/units.ts';

/** Whether two boxes share a point. */
export function extentsMeet(a: Extent, b: Extent): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Whether a box holds the whole of another. */
export function extentContains(outer: Extent, inner: Extent): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  );
}
