import type { Rule } from '../rule.ts';

/**
 * A geometry that is not valid but measures what it should: contours that touch, parts in parts, a line of one point. It is drawn
 * and measured as it is; some tools will refuse it. When its area is wrong, see `geometry.invalid`.
 */
export const geometryUnsound: Rule = {
  id: 'geometry.unsound',
  severity: 'warning',
  async check(_context, measured) {
    const rows = await measured.invalid();
    return rows.filter(({ isWrong }) => !isWrong).map(({ sighting }) => sighting);
  },
};
