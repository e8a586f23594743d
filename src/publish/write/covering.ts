import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { rowBoxes } from '../../geo/row-boxes.ts';

/** The covering box of one row, in the CRS of its geometry. */
export interface CoveringBox {
  xmin: number;
  ymin: number;
  xmax: number;
  ymax: number;
}

/**
 * The covering box of each row, null where there is no geometry. Bounds are single-precision numbers rounded outward,
 * so that a box is never smaller than its geometry; at 50° N that widens it by less than half a metre.
 */
export function coveringRows(geometry: GeometryColumn): (CoveringBox | null)[] {
  const boxes = rowBoxes(geometry);
  return Array.from({ length: geometry.length }, (_, row) => {
    const [xmin, ymin, xmax, ymax] = boxes.subarray(4 * row, 4 * row + 4) as unknown as number[];
    if (Number.isNaN(xmin)) return null;
    return {
      xmin: floatBelow(xmin as number),
      ymin: floatBelow(ymin as number),
      xmax: floatAbove(xmax as number),
      ymax: floatAbove(ymax as number),
    };
  });
}

/** A single-precision number that is not above `value`: the nearest, or about the one before it. */
function floatBelow(value: number): number {
  const nearest = Math.fround(value);
  if (nearest <= value) return nearest;
  return Math.fround(value - Math.max(Math.abs(value), SMALLEST) * 2 ** -23);
}

function floatAbove(value: number): number {
  return -floatBelow(-value);
}

/** Keeps the step above the smallest single-precision number near zero. */
const SMALLEST = 2 ** -100;
