import { describe, expect, it } from 'vitest';
import { findDifference } from '../../scripts/bench/agree.ts';
import {
  indexLayers,
  KERNEL_WORKS,
  runKernelWork,
  toOutcome,
} from '../../scripts/bench/kernel/run-work.ts';
import { createWorkload } from '../../scripts/bench/workload/create-workload.ts';
import { NO_AREA_M2, type Outcome, QUESTION, WITHIN_M } from '../../scripts/bench/works.ts';
import { distance } from '../../src/geo/distance.ts';
import { intersects } from '../../src/geo/intersects.ts';
import type { Side } from '../../src/geo/layer-index.ts';
import { overlap } from '../../src/geo/overlap.ts';
import { rowAreas } from '../../src/geo/row-measures.ts';

const layers = indexLayers(createWorkload(1000, 5));
const { parcels, zones, points } = layers.sides;

describe('the works of the bench', () => {
  it.each(KERNEL_WORKS)('%s finds what trying every pair finds', (work) => {
    const outcome = toOutcome(work, runKernelWork(work, layers));
    expect(outcome.ids.length).toBeGreaterThan(0);
    expect(findDifference(work, outcome, BRUTE_FORCE[work]())).toBeNull();
  });

  it('tells ids and sums that differ', () => {
    const outcome = { ids: [1, 2, 5], values: [10, 20, 30] };
    expect(findDifference('overlap', outcome, outcome)).toBeNull();
    expect(findDifference('overlap', { ...outcome, ids: [1, 2, 6] }, outcome)).toContain('ids');
    const other = { ...outcome, values: [10, 20, 30.001] };
    expect(findDifference('overlap', other, outcome)).toContain('sums differ');
  });
});

const BRUTE_FORCE: Record<(typeof KERNEL_WORKS)[number], () => Outcome> = {
  intersects: () =>
    filterRows(parcels, (row) =>
      rowsOf(zones).some((zone) => intersects(parcels, row, zones, zone)),
    ),
  within100: () => filterRows(parcels, (row) => nearest(parcels, row, zones) <= WITHIN_M),
  overlap: () => {
    const { ids } = filterRows(parcels, (row) => areaIn(row) >= NO_AREA_M2);
    return { ids, values: ids.map(areaIn) };
  },
  question: () => {
    const areas = rowAreas(parcels.column);
    const { contenance } = layers.columns.parcels as { contenance: number[] };
    const { kind } = layers.columns.points as { kind: string[] };
    const schools = rowsOf(points).filter((row) => kind[row] === QUESTION.pointKind);
    return filterRows(
      parcels,
      (row) =>
        (contenance[row] as number) >= QUESTION.minContenance &&
        areaIn(row) >= QUESTION.minShare * (areas[row] as number) &&
        schools.some((school) => distance(parcels, row, points, school) <= QUESTION.metres),
    );
  },
  nearest: () => ({
    ids: rowsOf(points),
    values: rowsOf(points).map((row) => nearest(points, row, zones)),
  }),
};

function rowsOf({ column }: Side): number[] {
  return Array.from({ length: column.length }, (_, row) => row);
}

function filterRows(side: Side, holds: (row: number) => boolean): Outcome {
  return { ids: rowsOf(side).filter(holds), values: null };
}

function nearest(a: Side, row: number, b: Side): number {
  return Math.min(...rowsOf(b).map((other) => distance(a, row, b, other)));
}

/** Zones do not overlap, so that the areas in each of them add up. */
function areaIn(parcel: number): number {
  return rowsOf(zones).reduce((sum, zone) => sum + overlap(parcels, parcel, zones, [zone]), 0);
}
