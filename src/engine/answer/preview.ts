import type { Preview } from '../../domain/preview.ts';
import type { Question } from '../../domain/question.ts';
import type { Work } from '../work.ts';
import { sumSizes } from './answer-question.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type AnswerParts, openQuestion } from './open-question.ts';
import { allRows, type RowSet } from './row-sets.ts';
import { weakenings } from './weakenings.ts';

/**
 * What a question would find. Costs what is new in it: attributes tried on all rows at once, relations on the rows that no
 * question tried them on before. When nothing is found, that again for each condition that may be the one to blame.
 * @throws {AppError} as `answerQuestion`; the signal's reason as soon as it is cancelled.
 */
export async function previewQuestion(
  question: Question,
  parts: AnswerParts,
  work: Work,
): Promise<Preview> {
  const start = performance.now();
  const opened = await openQuestion(question, parts, work);
  const context = { ...opened.context, isBare: true };
  const { target } = context;
  const every = allRows(target.table.geometry.length);
  const rows = await evaluate(question.where, every, context);
  work.signal.throwIfAborted();
  const emptying = rows.length === 0 ? await findEmptying(question, every, context) : [];
  const sizes = target.sizes();
  return {
    count: rows.length,
    outOf: every.length,
    total: sizes && sumSizes(rows, sizes),
    crs: target.crs,
    emptying,
    elapsedMs: performance.now() - start,
  };
}

/** See `Preview.emptying`; a group is not told of beside the condition in it that is enough. */
async function findEmptying(
  { where }: Question,
  every: RowSet,
  context: Evaluation,
): Promise<string[]> {
  const found: string[] = [];
  if (every.length === 0) return found;
  for (const { path, isGroup, condition } of weakenings(where)) {
    if (isGroup && found.some((inner) => inner.startsWith(`${path}.`))) continue;
    const sample = every.filter((row) => row % SAMPLE === 0);
    const some = await evaluate(condition, sample, context);
    const isBack = some.length > 0 || (await evaluate(condition, every, context)).length > 0;
    context.work.signal.throwIfAborted();
    if (isBack) found.push(path);
  }
  return found.sort(byReading);
}

/** One row of this many is tried first: most often one of them is found, and the others need no costly relation. */
const SAMPLE = 32;

/** Paths in the order of the question, an outer condition before those in it. */
function byReading(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
