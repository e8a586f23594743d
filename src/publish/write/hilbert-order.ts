import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { columnExtent, rowBoxes } from '../../geo/row-boxes.ts';

/**
 * Rows of a geometry column along a Hilbert curve through the centres of their boxes, so that rows that lie together
 * are stored together; rows without geometry come last. Ties keep their order.
 */
export function hilbertOrder(geometry: GeometryColumn): Uint32Array {
  const [minX, minY, maxX, maxY] = columnExtent(geometry) ?? [0, 0, 1, 1];
  const boxes = rowBoxes(geometry);
  const scaleX = CELLS / (maxX - minX || 1);
  const scaleY = CELLS / (maxY - minY || 1);
  const values = Float64Array.from({ length: geometry.length }, (_, row) => {
    const x = ((boxes[4 * row] as number) + (boxes[4 * row + 2] as number)) / 2;
    const y = ((boxes[4 * row + 1] as number) + (boxes[4 * row + 3] as number)) / 2;
    if (Number.isNaN(x)) return NOWHERE;
    return hilbertValue(Math.floor((x - minX) * scaleX), Math.floor((y - minY) * scaleY));
  });
  return sortedRows(values);
}

/** Rows by value, then by number. Both are one number where they fit, for numbers are sorted without a function that compares them. */
function sortedRows(values: Float64Array): Uint32Array {
  if (values.length > MAX_ROW) {
    const rows = Uint32Array.from({ length: values.length }, (_, row) => row);
    return rows.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  }
  const keys = values.map((value, row) => value * MAX_ROW + row).sort();
  return Uint32Array.from(keys, (key) => key % MAX_ROW);
}

/** Distance along the curve of order 16 of a cell; the classic turn-and-flip walk from the largest square down. */
function hilbertValue(cellX: number, cellY: number): number {
  let x = cellX;
  let y = cellY;
  let distance = 0;
  for (let side = (CELLS + 1) / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const top = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ top);
    if (top === 0) {
      const turned = right === 1 ? CELLS - x : x;
      x = right === 1 ? CELLS - y : y;
      y = turned;
    }
  }
  return distance;
}

const CELLS = 2 ** 16 - 1;
/** After the last cell of the curve. */
const NOWHERE = 2 ** 32;
/** A value and a row below it are one whole number of 53 bits. */
const MAX_ROW = 2 ** 20;
