import type { GeometryColumn } from './geometry-column.ts';

/** All rows of several columns, one after the other, in one column. They must share a CRS. */
export function concatColumns(columns: GeometryColumn[]): GeometryColumn {
  const length = sum(columns.map((column) => column.length));
  const kinds = new Uint8Array(length);
  const xy = new Float64Array(sum(columns.map((column) => column.xy.length)));
  let row = 0;
  let coordinate = 0;
  for (const column of columns) {
    kinds.set(column.kinds, row);
    xy.set(column.xy, coordinate);
    row += column.length;
    coordinate += column.xy.length;
  }
  return {
    length,
    kinds,
    partOffsets: concatOffsets(columns.map((column) => column.partOffsets)),
    ringOffsets: concatOffsets(columns.map((column) => column.ringOffsets)),
    vertexOffsets: concatOffsets(columns.map((column) => column.vertexOffsets)),
    xy,
  };
}

/** Offsets that start at 0, shifted so that each list goes on where the one before ended. */
function concatOffsets(lists: Uint32Array[]): Uint32Array {
  const offsets = new Uint32Array(1 + sum(lists.map((list) => list.length - 1)));
  let at = 0;
  for (const list of lists) {
    const base = offsets[at]!;
    for (let i = 1; i < list.length; i++) offsets[++at] = base + list[i]!;
  }
  return offsets;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
