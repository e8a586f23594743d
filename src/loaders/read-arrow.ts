import { tableFromIPC } from 'apache-arrow';
import type { Value } from '../domain/feature.ts';

/** The values of one column of an Arrow IPC stream; a typed array when it has no nulls. */
export function readColumn(ipc: Uint8Array, name: string): ArrayLike<unknown> {
  const column = tableFromIPC(ipc).getChild(name);
  if (!column) throw new RangeError(`no column "${name}" in the result`);
  return column.nullCount === 0 ? column.toArray() : [...column];
}

/** An Arrow IPC stream as plain values: the names of its columns, and one array a row. 64-bit integers become numbers, nested values text. */
export function readRows(ipc: Uint8Array): { columns: string[]; rows: Value[][] } {
  const table = tableFromIPC(ipc);
  const columns = table.schema.fields.map(({ name }) => name);
  const vectors = columns.map((_, i) => table.getChildAt(i));
  const rows = Array.from({ length: table.numRows }, (_, row) =>
    vectors.map((vector): Value => toValue(vector?.get(row))),
  );
  return { columns, rows };
}

/** The rows of an Arrow IPC stream, each read when it is asked for; bytes stay bytes. 64-bit integers become numbers. */
export function openRows(ipc: Uint8Array): {
  columns: string[];
  length: number;
  rowAt(index: number): (Value | Uint8Array)[];
  valueAt(index: number, column: number): Value | Uint8Array;
} {
  const table = tableFromIPC(ipc);
  const columns = table.schema.fields.map(({ name }) => name);
  const vectors = columns.map((_, i) => table.getChildAt(i));
  return {
    columns,
    length: table.numRows,
    rowAt: (index) => vectors.map((vector) => toValue(vector?.get(index))),
    valueAt: (index, column) => toValue(vectors[column]?.get(index)),
  };
}

function toValue(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value);
  if (value === undefined) return null;
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return String(value);
  }
  return value as Value;
}
