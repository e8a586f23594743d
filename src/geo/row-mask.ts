/** For each row of a column of `length` rows, 1 when it is among the given ones; null, for all of them, gives null. */
export function createRowMask(rows: Uint32Array | null, length: number): Uint8Array | null {
  if (rows === null) return null;
  const mask = new Uint8Array(length);
  for (const row of rows) mask[row] = 1;
  return mask;
}
