import type { Value } from '../domain/feature.ts';
import { isIsoDay } from '../domain/iso-day.ts';
import type { FieldType } from '../domain/layer.ts';
import type { ExportColumn, ExportContent } from './export-content.ts';
import { exportStrings } from './strings.ts';

/** Columns as a typed format may take them: each value is null or of its column's type, and no two names are alike. */
export interface PlainColumns {
  columns: ExportColumn[];
  rows: Value[][];
  /** What had to be changed, in French sentences. */
  remarks: string[];
}

/**
 * The columns of a content for a format with types. A column with a value that is not of its type becomes text, one of
 * integers beyond 2⁵³ a column of numbers; names that differ in case alone, or are `reserved` (in lower case), get a number.
 */
export function plainColumns(content: ExportContent, reserved: readonly string[]): PlainColumns {
  const types = content.columns.map(({ type }, i) => typeThatHolds(content.rows, i, type));
  const names = uniqueNames(
    content.columns.map(({ name }) => name),
    reserved,
  );
  const columns = content.columns.map((column, i) => ({
    ...column,
    name: names[i] as string,
    type: types[i] as FieldType,
  }));
  const isChanged = columns.some(({ type }, i) => type !== content.columns[i]?.type);
  const rows = isChanged
    ? content.rows.map((row) => row.map((value, i) => cast(value, types[i] as FieldType)))
    : content.rows;
  return { columns, rows, remarks: remarksOf(content, columns) };
}

function remarksOf(content: ExportContent, columns: ExportColumn[]): string[] {
  const { remarks } = exportStrings;
  const changed = columns.map((column, i) => ({
    column,
    before: content.columns[i] as ExportColumn,
  }));
  const list = (kept: typeof changed, write: (entry: (typeof changed)[number]) => string) =>
    kept.map(write).join(', ');
  const renamed = changed.filter(({ column, before }) => column.name !== before.name);
  const retyped = changed.filter(({ column, before }) => column.type !== before.type);
  const asText = retyped.filter(({ column }) => column.type === 'text');
  const inexact = retyped.filter(({ column }) => column.type === 'number');
  return [
    ...(renamed.length > 0
      ? [remarks.renamed(list(renamed, ({ column, before }) => `${before.name} → ${column.name}`))]
      : []),
    ...(asText.length > 0 ? [remarks.asText(list(asText, ({ column }) => column.name))] : []),
    ...(inexact.length > 0 ? [remarks.inexact(list(inexact, ({ column }) => column.name))] : []),
  ];
}

function typeThatHolds(rows: Value[][], column: number, declared: FieldType): FieldType {
  let type = declared;
  for (const row of rows) {
    const value = row[column] ?? null;
    if (value === null || isOf(value, type)) continue;
    if (type !== 'integer' || !isOf(value, 'number')) return 'text';
    type = 'number';
  }
  return type;
}

function isOf(value: NonNullable<Value>, type: FieldType): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === 'string' && isIsoDay(value);
}

function cast(value: Value | undefined, type: FieldType): Value {
  if (value === null || value === undefined) return null;
  return type === 'text' ? String(value) : value;
}

/** The names, those that were there before in another case or are reserved with `_2`, `_3`… after them. */
export function uniqueNames(names: readonly string[], reserved: readonly string[]): string[] {
  const taken = new Set(reserved);
  return names.map((name) => {
    let candidate = name;
    for (let i = 2; taken.has(candidate.toLowerCase()); i++) candidate = `${name}_${i}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
