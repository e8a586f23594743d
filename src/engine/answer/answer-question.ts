import type { Answer } from '../../domain/answer.ts';
import { type Question, relationsOf } from '../../domain/question.ts';
import { rowsExtent } from '../../geo/row-boxes.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { groupRows } from './answer-groups.ts';
import { completeMeasures, evaluate } from './evaluate.ts';
import { type Measures, measureColumns } from './measure-columns.ts';
import { type AnswerParts, openQuestion } from './open-question.ts';
import { allRows, type RowSet } from './row-sets.ts';

/** An answer with what the engine keeps of it: the rows found, ascending, as rows of `target`, and their measures. */
export interface HeldAnswer {
  answer: Answer;
  target: LoadedRows;
  rows: RowSet;
  measures: Measures;
}

/**
 * Answers a question: reads its layers as far as they matter, evaluates the conditions, measures, sums and groups the rows
 * found. What was found out for earlier questions is not computed again.
 * @throws {AppError} what `checkQuestion`, the loaders or DuckDB throw; the signal's reason when cancelled.
 */
export async function answerQuestion(
  question: Question,
  id: string,
  parts: AnswerParts,
  work: Work,
): Promise<HeldAnswer> {
  const start = performance.now();
  const { context, loaded, outOf } = await openQuestion(question, parts, work);
  const { target } = context;
  const rows = await evaluate(question.where, allRows(target.table.geometry.length), context);
  await completeMeasures(question.where, rows, context);
  work.signal.throwIfAborted();
  const measures = measureColumns(rows, relationsOf(question.where), context);
  const sizes = target.sizes();
  const { groupBy } = question;
  const answer: Answer = {
    id,
    question,
    versions: Object.fromEntries([...loaded].map(([id, { layer }]) => [id, layer.file.version])),
    count: rows.length,
    outOf,
    faulty: countFaults(loaded),
    total: sizes && sumSizes(rows, sizes),
    crs: target.crs,
    measures: measures.columns,
    groups: groupBy ? groupRows(rows, target.table.columns[groupBy] ?? [], sizes) : [],
    extent: rowsExtent(target.table.geometry, rows),
    elapsedMs: performance.now() - start,
  };
  return { answer, target, rows, measures };
}

/** The sum of the sizes of some rows; those without geometry have none. */
export function sumSizes(rows: RowSet, sizes: Float64Array): number {
  return rows.reduce((sum, row) => sum + (sizes[row] || 0), 0);
}

function countFaults(loaded: Map<string, LoadedRows>): Answer['faulty'] {
  const counts = [...loaded].map(([layer, { table }]) => [layer, table.faults.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
