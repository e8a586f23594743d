import type { Value } from '../../domain/feature.ts';
import type { IssueFacts } from '../issue.ts';
import type { SchemaField } from '../standards/table-schema.ts';
import { type Fault, sightFaults } from './faults.ts';
import type { RuleContext, Sighting } from './rule.ts';
import { shorten } from './shorten.ts';
import { eachOf } from './slices.ts';

/** A field of the official schema and the column that holds it. */
export interface SchemaColumn {
  field: SchemaField;
  /** Name of the column, as the table spells it. */
  name: string;
  values: Value[];
}

/** The columns of a table that its schema describes, those of former versions included; none without a schema. */
export function schemaColumns({ schema, table }: RuleContext): SchemaColumn[] {
  if (!schema) return [];
  const names = Object.keys(table.columns);
  return [...schema.fields, ...(schema.formerFields ?? [])].flatMap((field) => {
    const name = columnOf(field.name, names);
    return name === null ? [] : [{ field, name, values: table.columns[name] ?? [] }];
  });
}

/**
 * The column that holds a field of a schema: that of its name, case aside, else that of its first ten letters, which are all that a
 * Shapefile keeps; null when there is none.
 */
export function columnOf(field: string, names: readonly string[]): string | null {
  const wanted = field.toLowerCase();
  const cut = wanted.slice(0, DBF_NAME_LENGTH);
  return (
    names.find((name) => name.toLowerCase() === wanted) ??
    names.find((name) => name.length === DBF_NAME_LENGTH && name.toLowerCase() === cut) ??
    null
  );
}

/**
 * Tests every value that is there in the columns of a schema: `test` gives the evidence of what is wrong with one, or null. What
 * is wrong with most of a column is told of the column, see `sightFaults`.
 */
export async function checkValues(
  context: RuleContext,
  test: (value: Exclude<Value, null>, field: SchemaField) => IssueFacts | null,
  isConcerned: (field: SchemaField) => boolean = () => true,
): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  for (const { field, name, values } of schemaColumns(context)) {
    if (!isConcerned(field)) continue;
    const faults: Fault[] = [];
    let filled = 0;
    await eachOf(values.length, context, (row) => {
      const value = values[row]!;
      if (isBlank(value)) return;
      filled++;
      const facts = test(value, field);
      if (facts) faults.push({ row, facts: { ...facts, ...shortValue(facts) } });
    });
    for (const sighting of sightFaults(name, filled, faults)) sightings.push(sighting);
  }
  return sightings;
}

/** A value is told by its beginning: a cell may hold a book. */
function shortValue({ value }: IssueFacts): IssueFacts {
  return typeof value === 'string' ? { value: shorten(value) } : {};
}

/** Whether a cell holds nothing: null, or text of spaces. */
export function isBlank(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}

/** Names, in lower case, of the columns that the delivery joined to the table. */
export function joinedNames({ schema }: RuleContext): Set<string> {
  return new Set(schema?.joinedFields?.map(({ name }) => name.toLowerCase()));
}

/** The single codes of a value. */
export function codesOf(value: Exclude<Value, null>, { separator }: SchemaField): string[] {
  const text = String(value).trim();
  return separator === undefined ? [text] : text.split(separator).map((code) => code.trim());
}

/** Letters that a dBase file keeps of a column's name. */
const DBF_NAME_LENGTH = 10;
