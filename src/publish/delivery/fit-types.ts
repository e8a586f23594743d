import type { Value } from '../../domain/feature.ts';
import type { FieldType } from '../../domain/layer.ts';
import { matchFields } from '../describe/match-fields.ts';
import type { SourceTable } from '../read/source.ts';
import type { SchemaField, TableSchema } from '../standards/table-schema.ts';

/**
 * The table with its columns of the type that the schema asks for, where every value says the same in that type: codes
 * that a spreadsheet made numbers become text, numbers and dates that a text file could not tell become what they are.
 * A column with one value that would change keeps its type.
 */
export function fitTypes(source: SourceTable, schema: TableSchema): SourceTable {
  const official = matchFields(
    source.fields.map(({ name }) => name),
    schema,
  );
  const columns = { ...source.table.columns };
  const fields = source.fields.map((field) => {
    const wanted = official.get(field.name);
    const values = columns[field.name];
    if (!wanted || !values || wanted.type === field.type) return field;
    const fitted = fitValues(values, wanted);
    if (!fitted) return field;
    columns[field.name] = fitted;
    return { ...field, type: wanted.type };
  });
  return { ...source, fields, table: { ...source.table, columns } };
}

function fitValues(values: readonly Value[], { type, codes }: SchemaField): Value[] | null {
  const fitted: Value[] = [];
  for (const value of values) {
    const fit = value === null || value === '' ? null : CONVERTERS[type](value, codes);
    if (fit === undefined) return null;
    fitted.push(fit);
  }
  return fitted;
}

/** A value in another type; undefined when it would not say the same. */
type Converter = (
  value: string | number | boolean,
  codes: Record<string, string> | undefined,
) => Value | undefined;

const toNumber: Converter = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
};

const CONVERTERS: Record<FieldType, Converter> = {
  text: (value, codes) => {
    if (typeof value !== 'boolean') return String(value);
    const letters = value ? ['T', 'oui'] : ['F', 'non'];
    return letters.find((letter) => codes && letter in codes) ?? (value ? 'oui' : 'non');
  },
  number: toNumber,
  integer: (value, codes) => {
    const number = toNumber(value, codes);
    return Number.isSafeInteger(number) ? number : undefined;
  },
  boolean: (value) => (typeof value === 'boolean' ? value : BOOLEANS[String(value).toLowerCase()]),
  date: (value) => {
    const isDay = typeof value === 'string' && DAY.test(value);
    return isDay && !Number.isNaN(Date.parse(value)) ? value : undefined;
  },
};

/** No leading zero: it would be lost. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const BOOLEANS: Record<string, boolean> = { true: true, false: false, oui: true, non: false };
