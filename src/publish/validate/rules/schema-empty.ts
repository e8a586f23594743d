import { sightFaults } from '../faults.ts';
import type { Rule } from '../rule.ts';
import { isBlank, schemaColumns } from '../schema-columns.ts';

/** A value that the standard wants in every row, and that is not there. */
export const schemaEmpty: Rule = {
  id: 'schema.empty',
  severity: 'warning',
  check: (context) =>
    schemaColumns(context)
      .filter(({ field }) => field.notEmpty)
      .flatMap(({ field, name, values }) => {
        const rows = Array.from(values.keys()).filter((row) => isBlank(values[row]));
        const faults = rows.map((row) => ({ row, facts: { label: field.label } }));
        return sightFaults(name, values.length, faults);
      }),
};
