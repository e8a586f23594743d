import type { RelationCondition } from '../../../domain/question.ts';
import { MAX_RELATED, type Reason, type RelatedFeature } from '../../../domain/reason.ts';
import type { KernelRows } from '../../loaded-rows.ts';
import { type Evaluation, relatedRows } from '../evaluate.ts';
import { featureName } from './feature-name.ts';
import { relatedByPlace } from './related-by-place.ts';
import { relatedByTravel } from './related-by-travel.ts';

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
