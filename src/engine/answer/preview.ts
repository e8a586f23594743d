import { checkQuestion } from '../../domain/check-question.ts';
import type { Preview } from '../../domain/preview.ts';
import type { Question } from '../../domain/question.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Work } from '../work.ts';
import { sumSizes } from './answer-question.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type AnswerParts, openQuestion } from './open-question.ts';
import { allRows } from './row-sets.ts';
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
  const all = await countAll(question, parts.store, start);
  if (all) return all;
  const opened = await openQuestion(question, parts, work);
  const context = { ...opened.context, isBare: true };
  const { target } = context;
  const rows = await evaluate(question.where, allRows(target.table.geometry.length), context);
  work.signal.throwIfAborted();
  const emptying = rows.length === 0 ? await findEmptying(question, parts, work) : [];
  const sizes = target.sizes();
  return {
    count: rows.length,
    outOf: opened.outOf,
    total: sizes && sumSizes(rows, sizes),
    crs: target.crs,
    emptying,
    elapsedMs: performance.now() - start,
  };
}

/** All features of a layer that is too large to be read only to sum their sizes; null for any other question. */
async function countAll(
  question: Question,
  store: LayerStore,
  start: number,
): Promise<Preview | null> {
  const { target, where } = question;
  const isAll = where.kind === 'and' && where.conditions.length === 0;
  if (!isAll || store.layer(target).file.bytes <= MAX_SUMMED_BYTES) return null;
  if (!(await store.isCut(target))) return null;
  checkQuestion(question, store.catalogue);
  const { rows } = await store.file(target);
  const { metricCrs: crs } = store.catalogue.territory;
  const elapsedMs = performance.now() - start;
  return { count: rows, outOf: rows, total: null, crs, emptying: [], elapsedMs };
}

const MAX_SUMMED_BYTES = 32 * 1024 * 1024;

/** See `Preview.emptying`; a group is not told of beside the condition in it that is enough. */
async function findEmptying(question: Question, parts: AnswerParts, work: Work): Promise<string[]> {
  const found: string[] = [];
  for (const { path, isGroup, condition } of weakenings(question.where)) {
    if (isGroup && found.some((inner) => inner.startsWith(`${path}.`))) continue;
    if (await findsAny({ ...question, where: condition }, parts, work)) found.push(path);
  }
  return found.sort(byReading);
}

/** Whether a question finds a row: some row groups of a large layer are tried first, then all that may hold one. */
async function findsAny(question: Question, parts: AnswerParts, work: Work): Promise<boolean> {
  const some = (candidates: readonly number[]) => {
    const step = Math.ceil(candidates.length / GROUPS_TRIED);
    return candidates.filter((_, i) => i % step === 0);
  };
  for (const choose of [some, undefined]) {
    const { context } = await openQuestion(question, parts, work, choose);
    if (await holdsAny(question, { ...context, isBare: true })) return true;
    if (context.target.groups === null) return false;
  }
  return false;
}

async function holdsAny({ where }: Question, context: Evaluation): Promise<boolean> {
  const every = allRows(context.target.table.geometry.length);
  const sample = every.filter((row) => row % SAMPLE === 0);
  const some = await evaluate(where, sample, context);
  const holds = some.length > 0 || (await evaluate(where, every, context)).length > 0;
  context.work.signal.throwIfAborted();
  return holds;
}

/** Row groups of a large layer that are tried first. */
const GROUPS_TRIED = 4;

/** One row of this many is tried first: most often one of them is found, and the others need no costly relation. */
const SAMPLE = 32;

/** Paths in the order of the question, an outer condition before those in it. */
function byReading(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
