/** The covering box of one row, in the CRS of its geometry. */
export interface CoveringBox {
  xmin: number;
  ymin: number;
  xmax: number;
  ymax: number;
}

/**
 * The covering boxes of the rows from `start` to before `end`, by the `rowBoxes` of their column, null where there is no
 * geometry. Bounds are single-precision numbers rounded outward, so that a box is never smaller than its geometry; at
 * 50° N that widens it by less than half a metre.
 */
export function coveringRows(
  boxes: Float64Array,
  start: number,
  end: number,
): (CoveringBox | null)[] {
  return Array.from({ length: end - start }, (_, i) => {
    const [xmin, ymin, xmax, ymax] = boxes.subarray(4 * (start + i), 4 * (start + i) + 4);
    if (xmin === undefined || Number.isNaN(xmin)) return null;
    return {
      xmin: floatBelow(xmin),
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
