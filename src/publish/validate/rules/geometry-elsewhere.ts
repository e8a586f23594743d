import { rowsWithGeometry } from '../outside.ts';
import type { Rule } from '../rule.ts';

/** A layer of which nothing lies in the territory: the wrong file, or coordinates in another system than it says. */
export const geometryElsewhere: Rule = {
  id: 'geometry.elsewhere',
  severity: 'warning',
  async check({ table, territory, meta }, measured) {
    const outside = await measured.outside();
    const count = rowsWithGeometry(table.geometry).length;
    if (count === 0 || outside.length < count) return [];
    const facts = { count, territory: territory.shortName, crs: meta.sourceCrs ?? null };
    return [{ row: null, place: null, facts }];
  },
};
