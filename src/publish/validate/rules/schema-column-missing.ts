import type { Rule } from '../rule.ts';
import { columnOf } from '../schema-columns.ts';

/** A column that every version of the standard asks for, and that is not there. */
export const schemaColumnMissing: Rule = {
  id: 'schema.column-missing',
  severity: 'error',
  check({ schema, table }) {
    const names = Object.keys(table.columns);
    const missing = schema?.fields.filter(
      ({ name, presence }) => presence === 'required' && columnOf(name, names) === null,
    );
    return (missing ?? []).map(({ name, label }) => {
      const facts = { label, standard: schema!.standard };
      return { row: null, field: name, place: null, facts };
    });
  },
};
