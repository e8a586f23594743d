import type { Value } from '../../../src/domain/feature.ts';
import { createSide, type Side } from '../../../src/geo/layer-index.ts';
import { nearestRows } from '../../../src/geo/nearest-rows.ts';
import { type RelateJob, type RelateResult, relateRows } from '../../../src/geo/relate-rows.ts';
import type { WorkloadLayerId } from '../workload/layer-ids.ts';
import { type Outcome, QUESTION, WITHIN_M, type Work } from '../works.ts';
import type { LoadedLayers } from './load-layers.ts';

/** The workload as the kernel works on it. */
export interface IndexedLayers {
  sides: Record<WorkloadLayerId, Side>;
  columns: Record<WorkloadLayerId, Record<string, Value[]>>;
}

/** Works that the geometry kernel does by itself, one thread, without DuckDB. */
export const KERNEL_WORKS = [
  'intersects',
  'within100',
  'overlap',
  'question',
  'nearest',
] as const satisfies readonly Work[];

/** One of `KERNEL_WORKS`. */
export type KernelWork = (typeof KERNEL_WORKS)[number];

/** Indexes the layers, edges included: `createSide` leaves those to their first use. */
export function indexLayers({ parcels, zones, points }: LoadedLayers): IndexedLayers {
  const sides = {
    parcels: createSide(parcels.geometry),
    zones: createSide(zones.geometry),
    points: createSide(points.geometry),
  };
  for (const { index } of Object.values(sides)) void index.edges;
  return {
    sides,
    columns: { parcels: parcels.columns, zones: zones.columns, points: points.columns },
  };
}

/** Does a work from one end to the other, without pause. */
export function runKernelWork(work: KernelWork, layers: IndexedLayers): RelateResult {
  const { parcels, zones, points } = layers.sides;
  const onZones = { a: parcels, rows: allRows(parcels), b: zones, bRows: null };
  switch (work) {
    case 'intersects':
      return finish({ ...onZones, kind: 'intersects' });
    case 'within100':
      return finish({ ...onZones, kind: 'dWithin', distance: WITHIN_M });
    case 'overlap':
      return finish({ ...onZones, kind: 'overlap', minShare: 0 });
    case 'question':
      return answerQuestion(layers);
    case 'nearest':
      return nearestZones(points, zones);
  }
}

/** What a result says, in the form that systems are compared in. */
export function toOutcome(work: KernelWork, { matched, measure }: RelateResult): Outcome {
  const isMeasured = work === 'overlap' || work === 'nearest';
  return { ids: Array.from(matched), values: isMeasured && measure ? Array.from(measure) : null };
}

/** Cheapest condition first, as the engine orders them. */
function answerQuestion({ sides, columns }: IndexedLayers): RelateResult {
  const { parcels, zones, points } = sides;
  const contenance = columns.parcels.contenance as number[];
  const kinds = columns.points.kind as string[];
  const large = allRows(parcels).filter(
    (row) => (contenance[row] as number) >= QUESTION.minContenance,
  );
  const schools = allRows(points).filter((row) => kinds[row] === QUESTION.pointKind);
  const near = finish({
    a: parcels,
    rows: large,
    b: points,
    bRows: schools,
    kind: 'dWithin',
    distance: QUESTION.metres,
  });
  return finish({
    a: parcels,
    rows: near.matched,
    b: zones,
    bRows: null,
    kind: 'overlap',
    minShare: QUESTION.minShare,
  });
}

function nearestZones(points: Side, zones: Side): RelateResult {
  const matched = allRows(points);
  const measure = Float64Array.from(matched, (row) => {
    const [nearest] = nearestRows(points, row, zones, 1, Number.POSITIVE_INFINITY);
    return nearest?.metres ?? Number.NaN;
  });
  return { matched, measure };
}

function finish(job: RelateJob): RelateResult {
  const steps = relateRows(job);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function allRows({ column }: Side): Uint32Array {
  const rows = new Uint32Array(column.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows;
}
