import type { Rule } from '../rule.ts';

/** A table whose geometry is of another family than its standard wants: its symbology could not draw it. */
export const schemaGeometry: Rule = {
  id: 'schema.geometry',
  severity: 'error',
  check({ schema, meta }) {
    const wanted = schema?.geometry ?? 'any';
    if (wanted === 'any' || wanted === meta.geometry) return [];
    const facts = { wanted, seen: meta.geometry, table: schema!.table };
    return [{ row: null, place: null, facts }];
  },
};
