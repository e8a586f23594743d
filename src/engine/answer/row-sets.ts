/** Sets of rows are ascending `Uint32Array`s without repetition. */
export type RowSet = Uint32Array;

/** All rows of a layer of `length` rows. */
export function allRows(length: number): RowSet {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** Rows of `a` that are in `b`. Linear. */
export function intersectRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, { both: true, onlyA: false, onlyB: false });
}

/** Rows of `a` or of `b`. Linear. */
export function uniteRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, { both: true, onlyA: true, onlyB: true });
}

/** Rows of `a` that are not in `b`. Linear. */
export function subtractRows(a: RowSet, b: RowSet): RowSet {
  return mergeRows(a, b, { both: false, onlyA: true, onlyB: false });
}

/** Which rows a merge keeps. */
interface Kept {
  both: boolean;
  onlyA: boolean;
  onlyB: boolean;
}

function mergeRows(a: RowSet, b: RowSet, { both, onlyA, onlyB }: Kept): RowSet {
  const merged = new Uint32Array(a.length + b.length);
  let [i, j, length] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const rowA = i < a.length ? a[i]! : Infinity;
    const rowB = j < b.length ? b[j]! : Infinity;
    const row = Math.min(rowA, rowB);
    if (rowA === rowB ? both : rowA < rowB ? onlyA : onlyB) merged[length++] = row;
    if (rowA === row) i++;
    if (rowB === row) j++;
  }
  return merged.slice(0, length);
}
