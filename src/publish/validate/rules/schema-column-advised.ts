import { isOfFormerVersion, missingAdvised } from '../former-version.ts';
import type { Rule } from '../rule.ts';

/** Columns that the standard advises and that are not there, told once; of a former version, see `schema.old-version`. */
export const schemaColumnAdvised: Rule = {
  id: 'schema.column-advised',
  severity: 'warning',
  check(context) {
    const missing = missingAdvised(context);
    if (missing.length === 0 || isOfFormerVersion(context)) return [];
    const { standard } = context.schema!;
    const facts = { columns: missing.join(', '), count: missing.length, standard };
    return [{ row: null, place: null, facts }];
  },
};
