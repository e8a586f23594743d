import type { IssueFacts } from '../issue.ts';
import type { Sighting } from './rule.ts';

/** A value that a rule finds fault with. */
export interface Fault {
  row: number;
  facts: IssueFacts;
}

/**
 * The faults of one column: one sighting a row; where more than half of its `filled` values are at fault, and more than
 * `FEW`, the column is, and is told once, with `count` faults of `filled` and the evidence of the first.
 */
export function sightFaults(field: string, filled: number, faults: readonly Fault[]): Sighting[] {
  const first = faults[0];
  if (!first) return [];
  if (faults.length > FEW && 2 * faults.length > filled) {
    const facts = { ...first.facts, count: faults.length, filled };
    return [{ row: null, field, place: null, facts }];
  }
  return faults.map(({ row, facts }) => ({ row, field, place: null, facts }));
}

/** Faults that are listed one by one whatever their share. */
const FEW = 20;
