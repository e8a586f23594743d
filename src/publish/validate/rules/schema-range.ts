import type { Rule } from '../rule.ts';
import { checkValues } from '../schema-columns.ts';

/** A number below the least or above the greatest that its field allows. */
export const schemaRange: Rule = {
  id: 'schema.range',
  severity: 'warning',
  check: (context) =>
    checkValues(
      context,
      (value, { min = -Infinity, max = Infinity }) => {
        const seen = Number(String(value).replace(/\s/g, '').replace(',', '.'));
        if (!(seen < min || seen > max)) return null;
        return {
          value: seen,
          min: Number.isFinite(min) ? min : null,
          max: Number.isFinite(max) ? max : null,
        };
      },
      ({ min, max }) => min !== undefined || max !== undefined,
    ),
};
