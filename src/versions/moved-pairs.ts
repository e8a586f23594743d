import { equals } from '../geo/equals.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { createSide } from '../geo/layer-index.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import { haveSameRings } from './same-rings.ts';
import { haveSameVertices } from './same-vertices.ts';

/**
 * 1 for each pair of rows whose geometries are not the same: neither the same vertices to a millimetre (in order, or ring
 * by ring whatever their start and direction) nor exactly the same set of points. Both columns in degrees. Two rows without
 * geometry are the same.
 */
export function movedPairs(
  before: GeometryColumn,
  rowsBefore: Uint32Array,
  after: GeometryColumn,
  rowsAfter: Uint32Array,
): Uint8Array {
  const isMoved = new Uint8Array(rowsBefore.length);
  const [boxesA, boxesB] = [rowBoxes(before), rowBoxes(after)];
  const open: number[] = [];
  for (let pair = 0; pair < rowsBefore.length; pair++) {
    const a = { column: before, row: rowsBefore[pair]! };
    const b = { column: after, row: rowsAfter[pair]! };
    if (haveSameVertices(a, b) || haveSameRings(a, b)) continue;
    if (haveSameBox(boxesA, a.row, boxesB, b.row)) open.push(pair);
    else isMoved[pair] = 1;
  }
  if (open.length === 0) return isMoved;
  const sideOf = (column: GeometryColumn, rows: Uint32Array) =>
    createSide(
      selectRows(
        column,
        Uint32Array.from(open, (pair) => rows[pair]!),
      ),
    );
  const [a, b] = [sideOf(before, rowsBefore), sideOf(after, rowsAfter)];
  open.forEach((pair, row) => {
    if (!equals(a, row, b, row)) isMoved[pair] = 1;
  });
  return isMoved;
}

/** Whether the boxes are exactly the same, as those of the same set of points are. */
function haveSameBox(a: Float64Array, rowA: number, b: Float64Array, rowB: number): boolean {
  for (let i = 0; i < 4; i++) {
    if (a[4 * rowA + i] !== b[4 * rowB + i]) return false;
  }
  return true;
}
