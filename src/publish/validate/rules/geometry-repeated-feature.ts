import { keyOf } from '../key-of.ts';
import type { Rule } from '../rule.ts';
import { isSameFeature } from '../same-feature.ts';

/** A feature that stands twice: same geometry, same attributes but for identifiers. It would count twice. */
export const geometryRepeatedFeature: Rule = {
  id: 'geometry.repeated-feature',
  severity: 'warning',
  async check(context, measured) {
    const isSame = isSameFeature(context);
    const twins = await measured.twins();
    return twins
      .filter(({ row, first }) => isSame(row, first))
      .map(({ row, first }) => ({ row, place: null, facts: { other: keyOf(context, first) } }));
  },
};
