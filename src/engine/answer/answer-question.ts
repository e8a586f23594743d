import type { Answer } from '../../domain/answer.ts';
import { checkQuestion } from '../../domain/check-question.ts';
import { layersRead, type Question, relationsOf } from '../../domain/question.ts';
import { rowsExtent } from '../../geo/row-boxes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import { openTravel } from '../travel/travel.ts';
import type { Work } from '../work.ts';
import { groupRows } from './answer-groups.ts';
import { completeMeasures, type Evaluation, evaluate } from './evaluate.ts';
import { type Measures, measureColumns } from './measure-columns.ts';
import { openShapes } from './open-shapes.ts';
import type { QuestionMemo } from './question-memo.ts';
import { allRows, type RowSet } from './row-sets.ts';

/** An answer with what the engine keeps of it: the rows found, ascending, their measures, and the layer they are of. */
export interface HeldAnswer {
  answer: Answer;
  target: LoadedRows;
  rows: RowSet;
  measures: Measures;
}

/** What answering needs besides the question. */
export interface AnswerParts {
  store: LayerStore;
  kernel: Kernel;
  memo: QuestionMemo;
  selectWhere: Evaluation['selectWhere'];
}

/**
 * Answers a question: reads its layers whole, evaluates the conditions, measures, sums and groups the rows found. What
 * was found out for earlier questions is not computed again.
 * @throws {AppError} what `checkQuestion`, the loaders or DuckDB throw; the signal's reason when cancelled.
 */
export async function answerQuestion(
  question: Question,
  id: string,
  { store, ...parts }: AnswerParts,
  work: Work,
): Promise<HeldAnswer> {
  const start = performance.now();
  checkQuestion(question, store.catalogue);
  const layers = layersRead(question, store.catalogue);
  const loaded = await loadLayers(layers, store, work);
  const target = loaded.get(question.target) as LoadedRows;
  const related = (layer: string) => loaded.get(layer) as LoadedRows;
  const travel = () => openTravel(store, work);
  const { metricCrs } = store.catalogue.territory;
  const shape = await openShapes(question, metricCrs, parts.memo.shapes, work);
  const context: Evaluation = {
    ...parts,
    target,
    related,
    shape,
    records: new Map(),
    travel,
    work,
  };
  const rows = await evaluate(question.where, allRows(target.table.geometry.length), context);
  await completeMeasures(question.where, rows, context);
  work.signal.throwIfAborted();
  const measures = measureColumns(rows, relationsOf(question.where), context);
  const sizes = target.sizes();
  const { groupBy } = question;
  const answer: Answer = {
    id,
    question,
    versions: Object.fromEntries(layers.map((layer) => [layer, store.layer(layer).file.version])),
    count: rows.length,
    outOf: target.table.geometry.length,
    faulty: countFaults(loaded),
    total: sizes && rows.reduce((sum, row) => sum + (sizes[row] || 0), 0),
    crs: metricCrs,
    measures: measures.columns,
    groups: groupBy ? groupRows(rows, target.table.columns[groupBy] ?? [], sizes) : [],
    extent: rowsExtent(target.table.geometry, rows),
    elapsedMs: performance.now() - start,
  };
  return { answer, target, rows, measures };
}

async function loadLayers(layers: string[], store: LayerStore, work: Work) {
  const loaded = new Map<string, LoadedRows>();
  for (const layer of layers) loaded.set(layer, await store.whole(layer, work));
  return loaded;
}

function countFaults(loaded: Map<string, LoadedRows>): Answer['faulty'] {
  const counts = [...loaded].map(([layer, { table }]) => [layer, table.faults.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
