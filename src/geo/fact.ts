/**
 * What the OGC predicates stand on, as bits: `meet`, the interiors of a and b share a point; `meetAlong`, two lines share
 * a stretch; `leavesA`, some of a lies outside b; `leavesB`, some of b outside a (always so when b's kind is larger).
 */
export const FACT = { meet: 1, meetAlong: 2, leavesA: 4, leavesB: 8 } as const;

/** Whether a set of bits holds all of some bits. */
export function hasAll(bits: number, wanted: number): boolean {
  return (bits & wanted) === wanted;
}
