import type { RelationCondition } from '../../../domain/question.ts';
import { MAX_RELATED, type Reason, type RelatedFeature } from '../../../domain/reason.ts';
import type { KernelRows, LoadedRows } from '../../loaded-rows.ts';
import { type Evaluation, relatedRows } from '../evaluate.ts';
import type { RowSet } from '../row-sets.ts';
import { featureName } from './feature-name.ts';
import { relatedByPlace } from './related-by-place.ts';
import { relatedByTravel } from './related-by-travel.ts';

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

/** The value of a relation of one row of the target, with the features that meet it, or the nearest where none does. */
export async function explainRelation(
  relation: RelationCondition,
  row: number,
  context: Evaluation,
): Promise<Pick<Reason, 'value' | 'unit' | 'related' | 'relatedCount'> & { other: KernelRows }> {
  const { b: other, bRows: rows } = await relatedRows(relation, context);
  const job = { target: context.target, row, other, rows };
  const { value, unit, found, count } =
    relation.kind === 'travel'
      ? await relatedByTravel(relation, job, context)
      : await relatedByPlace(relation, job, context.work);
  const nameOf = (at: number) => {
    if ('shape' in relation) return { row: null, key: '', title: relation.shape.name };
    return { row: at, ...featureName(context.related(relation.layer), at) };
  };
  const related = found
    .slice(0, MAX_RELATED)
    .map(({ row: at, ...facts }): RelatedFeature => ({ ...nameOf(at), ...facts }));
  return { value, unit, related, relatedCount: count, other };
}

/** Whether a feature of the other side is the very row that is explained. */
export function isItself({ target, row, other }: ExplainJob, at: number): boolean {
  return other.key === target.key && at === row;
}
