import type { Rule } from '../rule.ts';

/**
 * Counts at which services stop without saying so: API Carto and Géorisques 1 000, ArcGIS 2 000, WFS of the Géoplateforme 5 000,
 * Opendatasoft 10 000, and their multiples that servers are commonly set to.
 */
const CAPS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** A layer of exactly as many features as a service gives at most: a part of it is likely to be missing. */
export const volumeCapped: Rule = {
  id: 'volume.capped',
  severity: 'warning',
  check({ table }) {
    const count = table.geometry.length;
    return CAPS.includes(count) ? [{ row: null, place: null, facts: { count } }] : [];
  },
};
