import type { Value } from '../domain/feature.ts';
import { isIsoDay } from '../domain/iso-day.ts';
import type { Field, FieldType } from '../domain/layer.ts';

/** Columns of values with what they are. */
export interface TypedColumns {
  fields: Field[];
  columns: Record<string, Value[]>;
}

/**
 * The columns that loose records hold, one value a record, in the order in which the names first appear. A column is
 * `integer`, `number`, `boolean` or `date` only when all its values are; text that looks like a number stays text, for
 * codes begin with zeros. Numbers that are not finite become null; anything nested becomes its JSON.
 */
export function inferFields(records: readonly (Record<string, unknown> | null)[]): TypedColumns {
  const names = new Set<string>();
  for (const record of records) for (const name in record) names.add(name);
  const typed = Array.from(names, (name) =>
    inferColumn(
      name,
      records.map((record) => plainValue(record?.[name])),
    ),
  );
  return {
    fields: typed.map(({ field }) => field),
    columns: Object.fromEntries(typed.map(({ field, values }) => [field.name, values])),
  };
}

/** One column with the type that all its values have; text when they have several. */
export function inferColumn(name: string, values: Value[]): { field: Field; values: Value[] } {
  const type = inferType(values);
  return {
    field: { name, label: name, type },
    values: type === 'text' ? values.map(toText) : values,
  };
}

function plainValue(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  }
  return JSON.stringify(value);
}

function inferType(values: readonly Value[]): FieldType {
  const known = values.filter((value) => value !== null);
  const all = (test: (value: NonNullable<Value>) => boolean) =>
    known.length > 0 && known.every(test);
  if (all((value) => Number.isSafeInteger(value))) return 'integer';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  if (all((value) => typeof value === 'string' && isIsoDay(value))) return 'date';
  return 'text';
}

function toText(value: Value): Value {
  return value === null ? null : String(value);
}
