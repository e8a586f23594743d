import type { Value } from '../../domain/feature.ts';

/** Rows some of which became several. */
export interface ExpandedRows<T> {
  parts: T[];
  /** For each part the row that it comes from, ascending. */
  origins: Uint32Array;
  /** How many rows became several. */
  splitCollections: number;
}

/** What `expand` makes of each row, one after the other. */
export function expandRows<T>(rows: readonly T[], expand: (row: T) => T[]): ExpandedRows<T> {
  const parts: T[] = [];
  const origins: number[] = [];
  let splitCollections = 0;
  for (const [index, row] of rows.entries()) {
    const pieces = expand(row);
    if (pieces.length > 1) splitCollections++;
    for (const piece of pieces) {
      parts.push(piece);
      origins.push(index);
    }
  }
  return { parts, origins: Uint32Array.from(origins), splitCollections };
}

/** Columns with the values of the rows that `origins` names, in that order. */
export function repeatValues(
  columns: Record<string, Value[]>,
  origins: Uint32Array,
): Record<string, Value[]> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [
      name,
      Array.from(origins, (row) => values[row] ?? null),
    ]),
  );
}
