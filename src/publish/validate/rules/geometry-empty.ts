import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import type { Finding } from '../../issue.ts';
import type { Rule } from '../rule.ts';

/** A feature without geometry: it is kept, and is never seen on the map nor found by a spatial question. */
export const geometryEmpty: Rule = {
  id: 'geometry.empty',
  severity: 'warning',
  check({ table }) {
    const findings: Finding[] = [];
    for (const [row, kind] of table.geometry.kinds.entries()) {
      if (kind !== GEOMETRY_KIND.none) continue;
      findings.push({ rule: 'geometry.empty', row, place: null, facts: {} });
    }
    return findings;
  },
};
