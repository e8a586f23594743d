import { rowsWithGeometry } from '../outside.ts';
import type { Rule } from '../rule.ts';

/** A feature that lies wholly outside the territory, where others do not; when all do, see `geometry.elsewhere`. */
export const geometryOutsideTerritory: Rule = {
  id: 'geometry.outside-territory',
  severity: 'warning',
  async check({ table, territory }, measured) {
    const outside = await measured.outside();
    if (outside.length === rowsWithGeometry(table.geometry).length) return [];
    const facts = { territory: territory.shortName, count: outside.length };
    return outside.map((row) => ({ row, place: null, facts }));
  },
};
