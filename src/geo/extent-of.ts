import type { Extent } from '../domain/units.ts';

/** The box of flat coordinates `[x0, y0, x1, y1, …]`; without any, a box that nothing meets. */
export function extentOf(xy: Float64Array): Extent {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    box[0] = Math.min(box[0], xy[i]!);
    box[1] = Math.min(box[1], xy[i + 1]!);
    box[2] = Math.max(box[2], xy[i]!);
    box[3] = Math.max(box[3], xy[i + 1]!);
  }
  return box;
}
