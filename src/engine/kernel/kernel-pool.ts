import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Pairs } from '../../geo/pair-rows.ts';
import type { RelateResult } from '../../geo/relate-rows.ts';
import { allRows } from '../answer/row-sets.ts';
import type { KernelRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { type Deal, dealColumn, dealRows, dealtColumn, dealtRow } from './block-deal.ts';
import { inlineKernel, progressOf } from './inline-kernel.ts';
import type { Kernel, KernelSpec } from './kernel.ts';
import type { KernelPort } from './kernel-protocol.ts';
import { KernelSlot, type SlotColumn, type SlotTask } from './kernel-slot.ts';
import { mergeShares } from './merge-shares.ts';

/** The workers that a platform can start: how many at once, and how one is started. */
export interface KernelWorkers {
  count: number;
  start(): KernelPort;
}

/**
 * The kernel on several workers. The rows of a are dealt to them in blocks, b is sent to each whole; what they find is
 * merged in order. Jobs on few vertices run in this thread, as do those whose b is too large to be copied.
 *
 * Memory: all workers together hold at most `MAX_HELD_BYTES` of columns, in metres, with as much again for their index;
 * each a once, each b once a worker. A job larger than that is held while it runs.
 */
export function createKernelPool({ count, start }: KernelWorkers): Kernel {
  const slots = Array.from({ length: count }, () => new KernelSlot(start, MAX_HELD_BYTES / count));
  const isShared = (spec: KernelSpec) => {
    const { a, b, rows } = spec;
    if (count < 2 || bytesOf(b.table.geometry) * count > MAX_HELD_BYTES / 2) return false;
    const { length, xy } = a.table.geometry;
    const vertices = (xy.length / 2) * (rows.length / Math.max(1, length));
    const isHeld = slots.every((slot, i) => slot.holds(partKey(a, i)));
    return vertices > (isHeld ? FEW_VERTICES : MANY_VERTICES);
  };
  return {
    async relate(spec, work) {
      if (!isShared(spec)) return inlineKernel.relate(spec, work);
      const { deal, results } = await runShares('relate', spec, slots, work);
      const shares = (results as RelateResult[]).map(({ matched, measure }, i) => ({
        keys: matched.map((row) => dealtRow(deal, i, row)),
        others: measure ? [measure] : [],
      }));
      const { keys, others } = mergeShares(shares);
      return { matched: keys, measure: (others[0] as Float64Array | undefined) ?? null };
    },
    async pairs(spec, work) {
      if (!isShared(spec)) return inlineKernel.pairs(spec, work);
      const { deal, results } = await runShares('pairs', spec, slots, work);
      const shares = (results as Pairs[]).map(({ a, b, measure }, i) => ({
        keys: a.map((row) => dealtRow(deal, i, row)),
        others: measure ? [b, measure] : [b],
      }));
      const { keys, others } = mergeShares(shares);
      const [b, measure] = others as [Uint32Array, Float64Array | undefined];
      return { a: keys, b, measure: measure ?? null };
    },
  };
}

/** Runs a job on every worker; when one fails, the others are cancelled. */
async function runShares(
  kind: SlotTask['kind'],
  spec: KernelSpec,
  slots: KernelSlot[],
  work: Work,
): Promise<{ deal: Deal; results: (RelateResult | Pairs)[] }> {
  const deal = dealColumn(spec.a.table.geometry, slots.length);
  const shares = dealRows(deal, spec.rows);
  const done = new Uint32Array(slots.length);
  work.signal.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(work.signal.reason);
  work.signal.addEventListener('abort', stop);
  const run = (slot: KernelSlot, i: number) => {
    const part = partOf(spec.a, deal, i);
    const whole = wholeOf(spec.b);
    const rows = shares[i] as Uint32Array;
    const onProgress = (count: number) => {
      done[i] = count;
      work.onProgress({ ...progressOf(spec), done: done.reduce((sum, n) => sum + n, 0) });
    };
    const own =
      kind === 'relate' && spec.a.key === spec.b.key ? { own: ownRows(spec.a, deal, i) } : {};
    const job = { ...spec, ...own, a: part.key, b: whole.key, rows };
    return slot.run({ kind, columns: [part, whole], job, onProgress }, controller.signal);
  };
  try {
    return { deal, results: await Promise.all(slots.map(run)) };
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    work.signal.removeEventListener('abort', stop);
  }
}

/** The row of the layer that each row of a worker's part is. */
function ownRows({ table }: KernelRows, deal: Deal, worker: number): Uint32Array {
  const rows = dealRows(deal, allRows(table.geometry.length))[worker] as Uint32Array;
  return rows.map((row) => dealtRow(deal, worker, row));
}

function partOf(rows: KernelRows, deal: Deal, worker: number): SlotColumn {
  const { geometry } = rows.table;
  return {
    key: partKey(rows, worker),
    crs: rows.crs,
    bytes: bytesOf(geometry) / deal.workers,
    copy: () => dealtColumn(geometry, deal, worker),
  };
}

function wholeOf(rows: KernelRows): SlotColumn {
  const { geometry } = rows.table;
  return {
    key: keyOf(rows),
    crs: rows.crs,
    bytes: bytesOf(geometry),
    copy: () => structuredClone(geometry),
  };
}

function partKey(rows: KernelRows, worker: number): string {
  return `${keyOf(rows)} ${worker}`;
}

function keyOf({ key, crs }: KernelRows): string {
  return `${key} ${crs}`;
}

function bytesOf(column: GeometryColumn): number {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const arrays = [kinds, partOffsets, ringOffsets, vertexOffsets, xy];
  return arrays.reduce((sum, array) => sum + array.byteLength, 0);
}

/** Vertices of the rows to be tested from which a job is shared: before, and once the workers hold the layer. */
const MANY_VERTICES = 200_000;
const FEW_VERTICES = 20_000;

const MAX_HELD_BYTES = 192 * 1024 * 1024;
