import type { Catalogue } from '../../domain/catalogue.ts';
import { layersOf, type Question } from '../../domain/question.ts';
import { keptWords } from '../strings/bibliotheque.ts';
import { questionToSentence } from '../strings/question-sentence.ts';

/** A question as a French sentence; which of its layers are not in the catalogue, where some are not. */
export function keptSentence(question: Question, catalogue: Catalogue): string {
  const missing = layersOf(question).filter(
    (id) => !catalogue.layers.some((layer) => layer.id === id),
  );
  return missing.length > 0 ? keptWords.missing(missing) : questionToSentence(question, catalogue);
}
