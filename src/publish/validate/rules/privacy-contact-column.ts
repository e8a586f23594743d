import type { Rule } from '../rule.ts';

/** A column of contacts or owners that are all services and organisations, as far as it seems: somebody should look. */
export const privacyContactColumn: Rule = {
  id: 'privacy.contact-column',
  severity: 'warning',
  async check(_context, measured) {
    const columns = await measured.personalColumns();
    return columns
      .filter(({ isOrganisation }) => isOrganisation)
      .map(({ field, kind, count, filled, sample }) => {
        return { row: null, field, place: null, facts: { kind, count, filled, sample } };
      });
  },
};
