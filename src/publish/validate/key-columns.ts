import type { RuleContext } from './rule.ts';
import { columnOf, type SchemaColumn, schemaColumns } from './schema-columns.ts';

/** The columns of the schema whose values name a row: its key, and the fields that must be unique. */
export function keyColumns(context: RuleContext): SchemaColumn[] {
  const { schema } = context;
  const key = schema?.key ?? null;
  return schemaColumns(context).filter(
    ({ field, name }) => field.unique || (key !== null && columnOf(key, [name]) !== null),
  );
}
