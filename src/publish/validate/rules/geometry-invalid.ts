import type { Rule } from '../rule.ts';

/**
 * A geometry that is not valid and whose area is wrong for it: its repair changes it by more
 * than 1 m² and a thousandth, or leaves nothing.
 */
export const geometryInvalid: Rule = {
  id: 'geometry.invalid',
  severity: 'error',
  async check(_context, measured) {
    const rows = await measured.invalid();
    return rows.filter(({ isWrong }) => isWrong).map(({ sighting }) => sighting);
  },
};
