import type { TravelCondition } from '../../../domain/question.ts';
import { MAX_RELATED } from '../../../domain/reason.ts';
import { distance } from '../../../geo/distance.ts';
import { createSide } from '../../../geo/layer-index.ts';
import { createWayFinder, travelFrom } from '../../../geo/network/travel-tree.ts';
import { projectColumn } from '../../../geo/project.ts';
import { selectRows } from '../../../geo/select-rows.ts';
import type { KernelRows } from '../../loaded-rows.ts';
import type { Travel } from '../../travel/travel.ts';
import { runInSlices } from '../../work.ts';
import type { Evaluation } from '../evaluate.ts';
import { type ExplainJob, type FoundRelation, isItself } from './explain-job.ts';

/**
 * What a relation by travel finds for one row: the minutes to the nearest, and those within the limit, nearest first. Ways are as
 * long there as back, so that one search from the row finds them all: some 10 ms, then 1 µs a feature, or 5 µs the first time.
 */
export async function relatedByTravel(
  relation: TravelCondition,
  job: ExplainJob,
  { travel, work }: Evaluation,
): Promise<FoundRelation> {
  const { rows, other } = job;
  const total = rows?.length ?? other.table.geometry.length;
  const progress = { phase: 'test', layer: other.layer?.id ?? null, total } as const;
  const times = await runInSlices(timesOf(relation, job, await travel()), work, progress);
  const within = times.filter(({ minutes }) => minutes <= relation.minutes);
  const found = (within.length > 0 ? within : times).slice(0, within.length > 0 ? MAX_RELATED : 1);
  const metresTo = createDistance(job);
  return {
    value: times[0]?.minutes ?? null,
    unit: 'min',
    found: found.map(({ row, minutes }) => ({
      row,
      distance: metresTo(row),
      minutes,
      overlap: null,
    })),
    count: within.length,
  };
}

/** Every feature that can be reached, nearest first. */
function* timesOf(
  { mode }: TravelCondition,
  job: ExplainJob,
  travel: Travel,
): Generator<number, { row: number; minutes: number }[]> {
  const { target, row, other, rows } = job;
  const network = travel.by(mode);
  const tree = travelFrom(network, travel.entries(target, mode).of(row));
  const findWay = createWayFinder(network, tree);
  const entries = travel.entries(other, mode);
  const times: { row: number; minutes: number }[] = [];
  const count = rows?.length ?? other.table.geometry.length;
  for (let i = 0; i < count; i++) {
    if (i % STEP === 0) yield i;
    const at = rows ? (rows[i] as number) : i;
    if (isItself(job, at)) continue;
    let minutes = Infinity;
    for (const entry of entries.of(at)) {
      minutes = Math.min(minutes, findWay(entry)?.minutes ?? Infinity);
    }
    if (minutes < Infinity) times.push({ row: at, minutes });
  }
  return times.sort((a, b) => a.minutes - b.minutes || a.row - b.row);
}

/** Features between two looks at the clock. */
const STEP = 256;

/** Gives planar metres from the row to a feature; each feature named is projected alone, for there are few. */
function createDistance({ target, row, other }: ExplainJob): (at: number) => number {
  const sideOf = ({ table, crs }: KernelRows, at: number) =>
    createSide(projectColumn(selectRows(table.geometry, Uint32Array.of(at)), crs));
  const a = sideOf(target, row);
  return (at) => distance(a, 0, sideOf(other, at), 0);
}
