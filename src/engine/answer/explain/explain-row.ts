import { AppError } from '../../../domain/errors.ts';
import type { Condition } from '../../../domain/question.ts';
import { isAttribute } from '../../../domain/question.ts';
import type { Explanation, Reason } from '../../../domain/reason.ts';
import type { KernelRows } from '../../loaded-rows.ts';
import { type Evaluation, evaluate } from '../evaluate.ts';
import { explainRelation } from './explain-relation.ts';
import { featureName } from './feature-name.ts';
import { leafConditions } from './leaf-conditions.ts';

/**
 * Why a row of the target's file is in an answer, or is not: each condition on it, with the value met. What holds is told as
 * `evaluate` finds it; what that knows already is not computed again.
 * @throws {AppError} `feature-unknown` for a row that is not among those read; the signal's reason when cancelled.
 */
export async function explainRow(
  where: Condition,
  row: number,
  context: Evaluation,
): Promise<Explanation> {
  const { target } = context;
  const place = row - target.firstRow;
  if (!(place in target.table.geometry.kinds)) {
    const { id: layer } = target.layer;
    throw new AppError('feature-unknown', `${layer} has no row ${row}`, { layer, row });
  }
  const reasons: Reason[] = [];
  for (const { path, condition, isNegated } of leafConditions(where)) {
    const met = await evaluate(condition, Uint32Array.of(place), context);
    context.work.signal.throwIfAborted();
    const facts = await factsOf(condition, place, context);
    reasons.push({ path, condition, isMet: met.length > 0, isNegated, ...facts });
  }
  return { layer: target.layer.id, row, ...featureName(target, place), reasons };
}

type Facts = Omit<Reason, 'path' | 'condition' | 'isMet' | 'isNegated'>;

async function factsOf(
  condition: ReturnType<typeof leafConditions>[number]['condition'],
  row: number,
  context: Evaluation,
): Promise<Facts> {
  const { target } = context;
  const own = { ...sourceOf(target), related: [], relatedCount: 0 };
  if (isAttribute(condition)) {
    return { ...own, value: target.table.columns[condition.field]?.[row] ?? null, unit: null };
  }
  if (condition.kind === 'measure') {
    const size = target.sizes()?.[row] ?? Number.NaN;
    const unit = condition.measure === 'area' ? 'm²' : 'm';
    return { ...own, value: Number.isNaN(size) ? null : size, unit };
  }
  const { other, ...facts } = await explainRelation(condition, row, context);
  return { ...facts, ...sourceOf(other) };
}

function sourceOf({ layer }: KernelRows): Pick<Reason, 'layer' | 'version' | 'date'> {
  return {
    layer: layer?.id ?? null,
    version: layer?.file.version ?? null,
    date: layer?.date ?? null,
  };
}
