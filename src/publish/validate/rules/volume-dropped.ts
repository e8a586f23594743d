import type { Rule } from '../rule.ts';

/** Share of the features that may go from one version to the next without a word. */
const MAX_LOSS = 0.2;

/** A layer that has lost more than a fifth of its features since the version before, unless that one was simulated. */
export const volumeDropped: Rule = {
  id: 'volume.dropped',
  severity: 'warning',
  check({ table, before }) {
    const seen = table.geometry.length;
    const wanted = before && !before.meta.simulated ? before.table.geometry.length : 0;
    if (seen === 0 || seen >= (1 - MAX_LOSS) * wanted) return [];
    const facts = { seen, before: wanted, date: before!.meta.date };
    return [{ row: null, place: null, facts }];
  },
};
