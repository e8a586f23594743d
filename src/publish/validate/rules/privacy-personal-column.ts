import type { Rule } from '../rule.ts';

/**
 * A column that tells who somebody is: it is refused unless `--keep` names it (RGPD art. 5 and 6; for owners, LPF art. L107 A).
 * How many values look so and one of them, masked, are the evidence.
 */
export const privacyPersonalColumn: Rule = {
  id: 'privacy.personal-column',
  severity: 'error',
  async check(_context, measured) {
    const columns = await measured.personalColumns();
    return columns
      .filter(({ isOrganisation }) => !isOrganisation)
      .map(({ field, kind, count, filled, sample }) => {
        return { row: null, field, place: null, facts: { kind, count, filled, sample } };
      });
  },
};
