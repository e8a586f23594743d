import type { Reason, RelatedFeature } from '../../../domain/reason.ts';
import type { KernelRows, LoadedRows } from '../../loaded-rows.ts';
import type { RowSet } from '../row-sets.ts';

/** A row, and the features that a relation of it counts: `rows` of `other`, all where it is null, but never the row itself. */
export interface ExplainJob {
  target: LoadedRows;
  row: number;
  other: KernelRows;
  rows: RowSet | null;
}

/** A feature that a relation was tried on. */
export type FoundFeature = Omit<RelatedFeature, 'row' | 'key' | 'title'> & { row: number };

/** What was found of a relation of one row; see `Reason`. */
export interface FoundRelation {
  value: number | null;
  unit: Reason['unit'];
  /** Those that meet it, best first, as far as they are wanted; or the nearest alone. */
  found: FoundFeature[];
  count: number;
}

/** Whether a feature of the other side is the very row that is explained. */
export function isItself({ target, row, other }: ExplainJob, at: number): boolean {
  return other.key === target.key && at === row;
}
