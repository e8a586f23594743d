import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer } from '../../src/domain/answer.ts';
import { findLayer, parseCatalogue } from '../../src/domain/catalogue.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import type { Question } from '../../src/domain/question.ts';
import { AnswerDesk } from '../../src/engine/answer/answer-desk.ts';
import { inlineKernel } from '../../src/engine/kernel/inline-kernel.ts';
import { LayerStore } from '../../src/engine/layer-store.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import type { Work } from '../../src/engine/work.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { engineRows, type Rows } from './compare.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PUBLIC = join(ROOT, 'public');
const SAVED = join(ROOT, 'data', 'examples');

/** Why the embedded territory cannot be read: it was never built. */
export const territoryFault = existsSync(join(PUBLIC, 'catalogue.json'))
  ? undefined
  : 'npm run demo n’a pas été lancé';

/** Work that nobody cancels or follows. */
export const work: Work = { signal: new AbortController().signal, onProgress: () => {} };

/** The saved questions, by title. */
export function savedQuestions(): Record<string, Question> {
  return Object.fromEntries(
    readdirSync(SAVED).map((file) => {
      const { title, question } = JSON.parse(readFileSync(join(SAVED, file), 'utf8'));
      return [title, parseQuestion(question)];
    }),
  );
}

/** What was read of the layers, for all the tests of a process. */
let store: LayerStore | null = null;

/** The engine over the published files of the embedded territory. */
export function openTerritory() {
  const catalogue = parseCatalogue(
    JSON.parse(readFileSync(join(PUBLIC, 'catalogue.json'), 'utf8')),
  );
  store ??= new LayerStore(catalogue, pathToFileURL(`${PUBLIC}/`).href, nodePlatform);
  const desk = new AnswerDesk(store, nodePlatform, inlineKernel);
  async function ask(question: Question): Promise<{ answer: Answer; rows: Rows }> {
    const answer = await desk.ask(question, work);
    const page = { answer: answer.id, offset: 0, limit: answer.count, sort: null };
    const { key } = findLayer(catalogue, question.target);
    return { answer, rows: engineRows(answer, key, readRows(await desk.rows(page, work))) };
  }
  return { catalogue, store, desk, ask };
}
