/** Sets of rows are ascending `Uint32Array`s without repetition. */
export type RowSet = Uint32Array;

/** All rows of a layer of `length` rows. */
export function allRows(length: number): RowSet {
  return Uint32Array.from({ length }, (_, row) => row);
}

/** Rows of `a` that are in `b`. Linear. */
export function intersectRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, (inA, inB) => inA && inB);
}

/** Rows of `a` or of `b`. Linear. */
export function uniteRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, (inA, inB) => inA || inB);
}

/** Rows of `a` that are not in `b`. Linear. */
export function subtractRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, (inA, inB) => inA && !inB);
}

function mergeRows(a: RowSet, b: RowSet, keep: (inA: boolean, inB: boolean) => boolean): RowSet {
  const merged = new Uint32Array(a.length + b.length);
  let [i, j, length] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const rowA = a[i] ?? Number.POSITIVE_INFINITY;
    const rowB = b[j] ?? Number.POSITIVE_INFINITY;
    const row = Math.min(rowA, rowB);
    if (keep(rowA === row, rowB === row)) merged[length++] = row;
    if (rowA === row) i++;
    if (rowB === row) j++;
  }
  return merged.slice(0, length);
}
