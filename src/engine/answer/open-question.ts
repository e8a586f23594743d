import { checkQuestion } from '../../domain/check-question.ts';
import { layersRead, type Question } from '../../domain/question.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import { openTravel } from '../travel/travel.ts';
import type { Work } from '../work.ts';
import type { Evaluation } from './evaluate.ts';
import { openShapes } from './open-shapes.ts';
import type { QuestionMemo } from './question-memo.ts';

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
  loaded: Map<string, LoadedRows>;
}

/**
 * Checks a question, reads its layers whole and makes its shapes ready.
 * @throws {AppError} what `checkQuestion`, `openShapes` or the loaders throw; the signal's reason when cancelled.
 */
export async function openQuestion(
  question: Question,
  { store, ...parts }: AnswerParts,
  work: Work,
): Promise<OpenQuestion> {
  checkQuestion(question, store.catalogue);
  const loaded = new Map<string, LoadedRows>();
  for (const layer of layersRead(question, store.catalogue)) {
    loaded.set(layer, await store.whole(layer, work));
  }
  const related = (layer: string) => loaded.get(layer) as LoadedRows;
  const { metricCrs } = store.catalogue.territory;
  const shape = await openShapes(question, metricCrs, parts.memo.shapes, work);
  const target = related(question.target);
  const travel = () => openTravel(store, work);
  const context = { ...parts, target, related, shape, records: new Map(), travel, work };
  return { context, loaded };
}
