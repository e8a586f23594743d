import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import type { Rule, Sighting } from '../rule.ts';

/** A feature without geometry: it is kept, and is never seen on the map nor found by a spatial question. */
export const geometryEmpty: Rule = {
  id: 'geometry.empty',
  severity: 'warning',
  check({ table }) {
    const sightings: Sighting[] = [];
    for (const [row, kind] of table.geometry.kinds.entries()) {
      if (kind === GEOMETRY_KIND.none) sightings.push({ row, place: null, facts: {} });
    }
    return sightings;
  },
};
