import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { ownCrossing } from '../../../geo/own-crossing.ts';
import type { Rule, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';

/** A line that goes across itself elsewhere than at a vertex: often two vertices in the wrong order, sometimes a bridge. */
export const geometrySelfCrossing: Rule = {
  id: 'geometry.self-crossing',
  severity: 'notice',
  async check(context) {
    const { geometry } = context.table;
    const sightings: Sighting[] = [];
    await eachOf(geometry.length, context, (row) => {
      if (geometry.kinds[row] !== GEOMETRY_KIND.line) return;
      const place = ownCrossing(geometry, row);
      if (place) sightings.push({ row, place, facts: {} });
    });
    return sightings;
  },
};
