import { misspeltName } from '../../../domain/nearest-name.ts';
import type { Rule, RuleContext, Sighting } from '../rule.ts';
import { columnOf, joinedNames, schemaColumns } from '../schema-columns.ts';

/**
 * Columns that the standard does not know, told together; one whose name is nearly that of a field that is missing is
 * told apart, for it may be that field. Columns that came from the other tables of the delivery are not told.
 */
export const schemaColumnUnknown: Rule = {
  id: 'schema.column-unknown',
  severity: 'notice',
  check(context) {
    const { schema } = context;
    if (!schema) return [];
    const unknown = unknownColumns(context);
    const names = Object.keys(context.table.columns);
    const absent = schema.fields.map(({ name }) => name).filter((name) => !columnOf(name, names));
    const near = unknown.map((name) => ({ name, like: misspeltName(name, absent) }));
    const sightings: Sighting[] = near
      .filter(({ like }) => like !== null)
      .map(({ name, like }) => ({ row: null, field: name, place: null, facts: { like } }));
    const others = near.filter(({ like }) => like === null).map(({ name }) => name);
    if (others.length === 0) return sightings;
    const { standard } = schema;
    const facts = { columns: others.join(', '), count: others.length, standard };
    return [...sightings, { row: null, place: null, facts }];
  },
};

function unknownColumns(context: RuleContext): string[] {
  const { table, meta } = context;
  const known = new Set(schemaColumns(context).map(({ name }) => name));
  const joined = joinedNames(context);
  return Object.keys(table.columns).filter(
    (name) => !known.has(name) && !joined.has(name.toLowerCase()) && name !== meta.key,
  );
}
