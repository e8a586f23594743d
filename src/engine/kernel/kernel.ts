import type { Pairs } from '../../geo/pair-rows.ts';
import type { RelateJob, RelateResult } from '../../geo/relate-rows.ts';
import type { KernelRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';

/**
 * A job of the geometry kernel that names its sides as whole layers or shapes in memory, so that workers are sent each once.
 */
export type KernelSpec<Job extends RelateJob = RelateJob> = Job extends RelateJob
  ? Omit<Job, 'a' | 'b' | 'own'> & { a: KernelRows; b: KernelRows }
  : never;

/** What relates layers: in this thread, or on several. Both reject with the signal's reason when cancelled. */
export interface Kernel {
  /** See `relateRows`; no row of a layer that is both sides is met by itself. */
  relate(spec: KernelSpec, work: Work): Promise<RelateResult>;
  /** See `pairRows`. */
  pairs(spec: KernelSpec, work: Work): Promise<Pairs>;
}
