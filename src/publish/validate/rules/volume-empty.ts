import type { Rule } from '../rule.ts';

/** A layer without a single feature. */
export const volumeEmpty: Rule = {
  id: 'volume.empty',
  severity: 'error',
  check: ({ table }) =>
    table.geometry.length === 0 ? [{ row: null, place: null, facts: {} }] : [],
};
