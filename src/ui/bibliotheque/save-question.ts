import type { Catalogue } from '../../domain/catalogue.ts';
import type { KeptContent } from '../../domain/kept-question.ts';
import { layersOf, type Question } from '../../domain/question.ts';
import { questionFileName, writeQuestionFile } from '../../domain/question-file.ts';
import type { AppState } from '../../state/app-state.ts';
import { saveFile } from '../frame/save-file.ts';
import { questionToSentence } from '../strings/question-sentence.ts';

/** Gives a question to the reader as a file. */
export function saveContent(content: KeptContent, { territory }: Catalogue): void {
  const text = writeQuestionFile(content, territory);
  saveFile(text, 'application/json', questionFileName(content.name));
}

/** Gives the question that was asked, else the one being written, as a file. */
export function saveQuestion(state: AppState): void {
  const { catalogue, asked, draft } = state;
  const question = asked ?? draft;
  if (!catalogue || !question) return;
  saveContent(contentOf(state, question), catalogue);
}

/** A question as it would be kept now, named by its sentence, with the versions of its answer where it has one. */
export function contentOf(state: AppState, question: Question): KeptContent {
  const { answer, asked, catalogue } = state;
  const isAnswered = answer.kind === 'ready' && JSON.stringify(asked) === JSON.stringify(question);
  return {
    name: catalogue ? proposedName(question, catalogue) : '',
    description: '',
    theme: catalogue?.layers.find(({ id }) => id === question.target)?.theme ?? null,
    question,
    versions: isAnswered ? answer.answer.versions : null,
  };
}

/** The sentence of a question, cut between two words where it is long; empty where a layer of it is not there. */
function proposedName(question: Question, catalogue: Catalogue): string {
  const isWhole = layersOf(question).every((id) => catalogue.layers.some((own) => own.id === id));
  if (!isWhole) return '';
  const sentence = questionToSentence(question, catalogue).replace(/[.\s]+$/, '');
  if (sentence.length <= MAX_NAME) return sentence;
  const cut = sentence.slice(0, sentence.lastIndexOf(' ', MAX_NAME));
  return `${cut.replace(/[\s,;:]+$/, '')}…`;
}

const MAX_NAME = 80;
