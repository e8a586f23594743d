import type { Value } from '../../domain/feature.ts';
import { knownColumns } from '../standards/recognise-schema.ts';
import type { RecognisedTable } from './recognised-table.ts';

/** Values of an official field, whatever its source calls it, one a row; null when the table has no such column. */
export function officialValues({ source, schema }: RecognisedTable, field: string): Value[] | null {
  const name = schema && knownColumns(source, schema).get(field);
  return (name !== null && name !== undefined && source.table.columns[name]) || null;
}

/** The first value of an official field, as text; null when there is none. */
export function firstValue(table: RecognisedTable | undefined, field: string): string | null {
  const found = table && officialValues(table, field)?.find((value) => value !== null);
  return found === undefined || found === null ? null : String(found).trim() || null;
}
