import type { Extent } from '../domain/units.ts';
import type { GeometryColumn } from './geometry-column.ts';

/** `[minX, minY, maxX, maxY]` of each row, four numbers a row, in the column's CRS; NaN for kind `none`. */
export function rowBoxes(column: GeometryColumn): Float64Array {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  const boxes = new Float64Array(4 * column.length).fill(Number.NaN);
  for (let row = 0; row < column.length; row++) {
    const first = vertexOffsets[ringOffsets[partOffsets[row]!]!]!;
    const end = vertexOffsets[ringOffsets[partOffsets[row + 1]!]!]!;
    if (end > first) boxes.set(boxOf(column.xy, first, end), 4 * row);
  }
  return boxes;
}

/** Box of all rows, in the column's CRS, or null when none has a geometry. */
export function columnExtent(column: GeometryColumn): Extent | null {
  return column.xy.length > 0 ? boxOf(column.xy, 0, column.xy.length / 2) : null;
}

/** Rows whose box meets a box, borders included, ascending; both in the column's CRS. Linear in all vertices, keeps nothing. */
export function rowsMeeting(column: GeometryColumn, box: Extent): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row++) if (isRowMeeting(column, row, box)) rows.push(row);
  return Uint32Array.from(rows);
}

/** `rowsMeeting` of boxes that `rowBoxes` made and that were kept. */
export function boxesMeeting(boxes: Float64Array, [minX, minY, maxX, maxY]: Extent): Uint32Array {
  const rows: number[] = [];
  for (let at = 0; at < boxes.length; at += 4) {
    const isMet =
      boxes[at]! <= maxX &&
      boxes[at + 1]! <= maxY &&
      boxes[at + 2]! >= minX &&
      boxes[at + 3]! >= minY;
    if (isMet) rows.push(at / 4);
  }
  return Uint32Array.from(rows);
}

/** Whether the box of a row meets a box, borders included; false without geometry. Linear in the row's vertices. */
export function isRowMeeting(
  column: GeometryColumn,
  row: number,
  [minX, minY, maxX, maxY]: Extent,
): boolean {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const first = vertexOffsets[ringOffsets[partOffsets[row]!]!]!;
  const end = vertexOffsets[ringOffsets[partOffsets[row + 1]!]!]!;
  if (end === first) return false;
  const [left, bottom, right, top] = boxOf(xy, first, end);
  return left <= maxX && right >= minX && bottom <= maxY && top >= minY;
}

/** Box of some rows, in the column's CRS, or null when none has a geometry. Linear in their vertices, nothing is copied. */
export function rowsExtent(column: GeometryColumn, rows: Uint32Array): Extent | null {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const first = vertexOffsets[ringOffsets[partOffsets[row]!]!]!;
    const end = vertexOffsets[ringOffsets[partOffsets[row + 1]!]!]!;
    for (let i = 2 * first; i < 2 * end; i += 2) {
      extent[0] = Math.min(extent[0], xy[i]!);
      extent[1] = Math.min(extent[1], xy[i + 1]!);
      extent[2] = Math.max(extent[2], xy[i]!);
      extent[3] = Math.max(extent[3], xy[i + 1]!);
    }
  }
  return extent[0] === Infinity ? null : extent;
}

function boxOf(xy: Float64Array, first: number, end: number): [number, number, number, number] {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 2 * first; i < 2 * end; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}
