import { sightFaults } from '../faults.ts';
import { keyColumns } from '../key-columns.ts';
import type { Rule } from '../rule.ts';
import { isBlank } from '../schema-columns.ts';

/** A row without the identifier that others have: no version could find it again. A column wholly empty is not told. */
export const keysEmpty: Rule = {
  id: 'keys.empty',
  severity: 'warning',
  check: (context) =>
    keyColumns(context).flatMap(({ field, name, values }) => {
      const rows = Array.from(values.keys()).filter((row) => isBlank(values[row]));
      if (field.notEmpty || rows.length === values.length) return [];
      const faults = rows.map((row) => ({ row, facts: { label: field.label } }));
      return sightFaults(name, values.length, faults);
    }),
};
