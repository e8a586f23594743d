import type { LngLat } from './units.ts';

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

/** A feature of a layer whose geometry is not sound. */
export interface LayerFault {
  /** Row in the layer's file. */
  row: number;
  key: string;
  reason: FaultReason;
  /** False when the geometry could not be read, and was left out. */
  isRead: boolean;
  /** Where the fault lies, degrees; null when that is not known. */
  at: LngLat | null;
}

/** What is wrong with the geometries of a layer. */
export interface LayerFaults {
  /** By row. */
  faults: LayerFault[];
  /** How many geometries were checked against the rules of the OGC; 0 when that was not asked for. */
  checked: number;
}
