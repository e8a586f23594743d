import { checkQuestion } from '../../domain/check-question.ts';
import { layersOf, type Question, type RelationCondition } from '../../domain/question.ts';
import type { Extent } from '../../domain/units.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import { openTravel } from '../travel/travel.ts';
import type { Work } from '../work.ts';
import { type Evaluation, relatedRows } from './evaluate.ts';
import { openShapes } from './open-shapes.ts';
import type { QuestionMemo } from './question-memo.ts';
import { type LoadedLayers, type Reading, readLayers } from './read-layers.ts';
import { allRows } from './row-sets.ts';

/** What answering needs besides the question. */
export interface AnswerParts {
  store: LayerStore;
  kernel: Kernel;
  memo: QuestionMemo;
  selectWhere: Evaluation['selectWhere'];
}

/** A question that was found to make sense, with all that evaluating it reads. */
export interface OpenQuestion {
  context: Evaluation;
  /** Every layer that is read, by id: the target, the related ones, the network. */
  loaded: LoadedLayers;
  /** How many rows the target's file has, whether they were read or not. */
  outOf: number;
}

/**
 * Checks a question, makes its shapes ready and reads its layers as far as they matter to it (`readLayers`); `choose` may
 * take other row groups of the target than those that may hold answers.
 * @throws {AppError} what `checkQuestion`, `openShapes` or the loaders throw; the signal's reason when cancelled.
 */
export async function openQuestion(
  question: Question,
  { store, ...parts }: AnswerParts,
  work: Work,
  choose: Reading['choose'] = (candidates) => candidates,
): Promise<OpenQuestion> {
  checkQuestion(question, store.catalogue);
  const { metricCrs } = store.catalogue.territory;
  const shape = await openShapes(question, metricCrs, parts.memo.shapes, work);
  const travel = () => openTravel(store, work);
  const contextOf = (loaded: LoadedLayers) => ({
    ...parts,
    related: (layer: string) => loaded.get(layer) as LoadedRows,
    shape,
    records: new Map(),
    travel,
    work,
  });
  const boxesOf = (relation: RelationCondition, loaded: LoadedLayers) =>
    relatedBoxes(relation, contextOf(loaded));
  const loaded = await readLayers(question, { store, boxesOf, choose, work });
  const target = loaded.get(question.target) as LoadedRows;
  const { rows: outOf } = await store.file(question.target);
  return { context: { ...contextOf(loaded), target }, loaded, outOf };
}

/**
 * What evaluating a question for one row of the target's file reads: of the target the row group that holds it, of the others all,
 * for what is nearest to it may be anywhere.
 * @throws {AppError} as `openQuestion`.
 */
export async function openRow(
  question: Question,
  row: number,
  parts: AnswerParts,
  work: Work,
): Promise<Evaluation> {
  const { store } = parts;
  const { target } = question;
  checkQuestion(question, store.catalogue);
  for (const id of layersOf(question)) if (id !== target) await store.whole(id, work);
  const { rowGroups } = await store.file(target);
  const holding = rowGroups.findLast(({ firstRow }) => firstRow <= row)?.index ?? 0;
  return (await openQuestion(question, parts, work, () => [holding])).context;
}

async function relatedBoxes(
  relation: RelationCondition,
  context: Omit<Evaluation, 'target'>,
): Promise<Extent[]> {
  const { b, bRows } = await relatedRows(relation, context);
  const boxes = b.boxes();
  const rows = bRows ?? allRows(b.table.geometry.length);
  return Array.from(
    rows,
    (row) => boxes.subarray(4 * row, 4 * row + 4) as unknown as Extent,
  ).filter(([minX]) => !Number.isNaN(minX));
}
