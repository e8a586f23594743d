import type { RelationCondition, TravelCondition } from '../../../domain/question.ts';
import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { createSide, type Side } from '../../../geo/layer-index.ts';
import { nearestRows } from '../../../geo/nearest-rows.ts';
import { overlap, rowSize } from '../../../geo/overlap.ts';
import { pairRows } from '../../../geo/pair-rows.ts';
import { projectColumn } from '../../../geo/project.ts';
import type { RelateJob } from '../../../geo/relate-rows.ts';
import { createRowMask } from '../../../geo/row-mask.ts';
import { selectRows } from '../../../geo/select-rows.ts';
import { runInSlices, type Work } from '../../work.ts';
import { predicateOf } from '../evaluate.ts';
import { type ExplainJob, type FoundFeature, type FoundRelation, isItself } from './explain-job.ts';

/**
 * What a relation by place finds for one row, planar in the metric CRS: distances in m, overlaps in m² (m of a line), the share of
 * the row that all overlaps together cover. Cost: the row's own pairs, or a search of the nearest where there is none; and
 * the index of the other layer the first time.
 */
export async function relatedByPlace(
  relation: Exclude<RelationCondition, TravelCondition>,
  job: ExplainJob,
  work: Work,
): Promise<FoundRelation> {
  const { target, row, other, rows } = job;
  const one = selectRows(target.table.geometry, Uint32Array.of(row));
  const a = createSide(projectColumn(one, target.crs));
  const b = other.metric();
  const found = await pairsOf(relation, a, b, job, work);
  const { value, unit } = measureOf(relation, a, b, found);
  if (found.length > 0 || rows?.length === 0) return { value, unit, found, count: found.length };
  const counts = createRowMask(rows, b.column.length);
  const nearest = nearestRows(a, 0, b, 2, Infinity, counts).find(
    (near) => !isItself(job, near.row),
  );
  if (!nearest) return { value, unit, found, count: 0 };
  const { metres: distance } = nearest;
  return {
    value: relation.kind === 'distance' ? distance : value,
    unit,
    found: [{ row: nearest.row, distance, overlap: null }],
    count: 0,
  };
}

/** Every feature that the row relates to on its own, nearest or largest first. */
async function pairsOf(
  relation: Exclude<RelationCondition, TravelCondition>,
  a: Side,
  b: Side,
  job: ExplainJob,
  work: Work,
): Promise<FoundFeature[]> {
  const predicate = predicateOf(relation);
  const wanted = predicate.kind === 'overlap' ? { ...predicate, minShare: 0 } : predicate;
  const pairJob: RelateJob = { a, rows: Uint32Array.of(0), b, bRows: job.rows, ...wanted };
  const progress = { phase: 'test', layer: job.other.layer?.id ?? null, total: 1 } as const;
  const { b: others, measure } = await runInSlices(pairRows(pairJob), work, progress);
  const found = Array.from(others, (row, i): FoundFeature => {
    const measured = measure?.[i] ?? 0;
    return wanted.kind === 'overlap'
      ? { row, distance: 0, overlap: measured }
      : { row, distance: measured, overlap: null };
  });
  return found
    .filter(({ row }) => !isItself(job, row))
    .sort(
      (one, two) =>
        one.distance - two.distance || (two.overlap ?? 0) - (one.overlap ?? 0) || one.row - two.row,
    );
}

function measureOf(
  { kind }: RelationCondition,
  a: Side,
  b: Side,
  found: FoundFeature[],
): Pick<FoundRelation, 'value' | 'unit'> {
  if (kind === 'distance') return { value: found[0]?.distance ?? null, unit: 'm' };
  if (kind !== 'overlap') return { value: null, unit: null };
  if (a.column.kinds[0] === GEOMETRY_KIND.none) return { value: null, unit: 'share' };
  const covered = overlap(
    a,
    0,
    b,
    found.map(({ row }) => row),
  );
  return { value: covered === 0 ? 0 : covered / rowSize(a, 0).size, unit: 'share' };
}
