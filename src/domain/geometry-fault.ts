/**
 * Why the geometry of a feature cannot be trusted. The first seven are structural: the bytes hold no geometry that can
 * be drawn or measured, and the feature is left out. The others are topological: it is drawn, but what is measured on
 * it may be wrong (OGC Simple Features 1.2.1, 6.1.11, which are the names that GEOS gives them).
 */
export const FAULT_REASONS = [
  'truncated',
  'unknown-type',
  'mixed-types',
  'wrong-depth',
  'not-finite',
  'open-ring',
  'too-few-points',
  'self-intersection',
  'ring-self-intersection',
  'hole-outside',
  'nested-holes',
  'nested-shells',
  'duplicate-rings',
  'disconnected-interior',
  'other',
] as const;

/** A value of `FAULT_REASONS`. */
export type FaultReason = (typeof FAULT_REASONS)[number];

/** A row of a table whose geometry could not be read; its attributes stay, its geometry is null. */
export interface GeometryFault {
  /** Row of the table that holds the fault. */
  row: number;
  reason: FaultReason;
}
