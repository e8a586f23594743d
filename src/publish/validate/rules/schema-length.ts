import type { Rule } from '../rule.ts';
import { checkValues } from '../schema-columns.ts';

/** Text longer than its field: it would be cut where the standard's own formats are used. */
export const schemaLength: Rule = {
  id: 'schema.length',
  severity: 'warning',
  check: (context) =>
    checkValues(
      context,
      (value, { maxLength }) => {
        const seen = String(value).length;
        return seen > maxLength! ? { length: seen, maxLength: maxLength! } : null;
      },
      ({ maxLength }) => maxLength !== undefined,
    ),
};
