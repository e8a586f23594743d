import type { Rule } from '../rule.ts';
import { isBlank } from '../schema-columns.ts';

/** Columns without a single value, told together. */
export const attributesBlank: Rule = {
  id: 'attributes.blank',
  severity: 'notice',
  check({ table }) {
    if (table.geometry.length === 0) return [];
    const blank = Object.entries(table.columns).filter(([, values]) => values.every(isBlank));
    if (blank.length === 0) return [];
    const facts = { count: blank.length, columns: blank.map(([name]) => name).join(', ') };
    return [{ row: null, place: null, facts }];
  },
};
