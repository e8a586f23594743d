import { createSide } from '../../geo/layer-index.ts';
import { pairRows } from '../../geo/pair-rows.ts';
import { projectColumn } from '../../geo/project.ts';
import { type RelateJob, relateRows } from '../../geo/relate-rows.ts';
import { selectRows } from '../../geo/select-rows.ts';
import { allRows } from '../answer/row-sets.ts';
import { runInSlices, type Work } from '../work.ts';
import type { Kernel, KernelSpec } from './kernel.ts';

/**
 * The kernel in this thread, in slices. Of a layer of which few rows are wanted, those alone are projected and indexed,
 * and forgotten afterwards; other layers keep their index (see `LoadedRows.metric`).
 */
export const inlineKernel: Kernel = {
  async relate(spec, work) {
    const { job, rowOf } = toJob(spec);
    const { matched, measure } = await runInSlices(
      relateRows(withOwn(spec, job)),
      work,
      progressOf(spec),
    );
    return { matched: rowOf ? matched.map(rowOf) : matched, measure };
  },
  async pairs(spec, work) {
    const { job, rowOf } = toJob(spec);
    const { a, b, measure } = await runInSlices(pairRows(job), work, progressOf(spec));
    return { a: rowOf ? a.map(rowOf) : a, b, measure };
  },
};

/** What a job on a layer tells its asker while it runs. */
export function progressOf({
  b,
  rows,
}: KernelSpec): Omit<Parameters<Work['onProgress']>[0], 'done'> {
  return { phase: 'test', layer: b.layer?.id ?? null, total: rows.length };
}

/** The job of a layer related to itself, with which of its rows each is; any other as it is. */
function withOwn({ a, b, rows }: KernelSpec, job: RelateJob): RelateJob {
  if (a.key !== b.key) return job;
  return { ...job, own: job.a === job.b ? allRows(a.table.geometry.length) : rows };
}

function toJob(spec: KernelSpec): { job: RelateJob; rowOf: ((row: number) => number) | null } {
  const { a, b, rows } = spec;
  const length = a.table.geometry.length;
  if (a.isIndexed() || rows.length * FEW > length || length < FEW) {
    return { job: { ...spec, a: a.metric(), b: b.metric() }, rowOf: null };
  }
  const some = createSide(projectColumn(selectRows(a.table.geometry, rows), a.crs));
  const job = { ...spec, a: some, rows: allRows(rows.length), b: b.metric() };
  return { job, rowOf: (row) => rows[row] as number };
}

/** One row wanted of this many is few: to index them apart costs less than to index their layer. */
const FEW = 16;
