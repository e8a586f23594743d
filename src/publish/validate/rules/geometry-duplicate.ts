import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { keyOf } from '../key-of.ts';
import type { Rule } from '../rule.ts';
import { isSameFeature } from '../same-feature.ts';

/**
 * A line or polygon that lies exactly on an earlier one and has other attributes, which a standard may allow (two prescriptions
 * on one perimeter). Points often share their place, and are not told. Same attributes: see `geometry.repeated-feature`.
 */
export const geometryDuplicate: Rule = {
  id: 'geometry.duplicate',
  severity: 'notice',
  async check(context, measured) {
    const { kinds } = context.table.geometry;
    const isSame = isSameFeature(context);
    const twins = await measured.twins();
    return twins
      .filter(({ row, first }) => kinds[row] !== GEOMETRY_KIND.point && !isSame(row, first))
      .map(({ row, first }) => ({ row, place: null, facts: { other: keyOf(context, first) } }));
  },
};
