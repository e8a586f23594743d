import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER, type Commune } from '../../src/domain/commune.ts';
import { dataToError, errorToData } from '../../src/domain/errors.ts';
import type { Value } from '../../src/domain/feature.ts';
import { parameterValues } from '../../src/domain/fill-question.ts';
import type { Ask, ParameterValues, SavedQuestion } from '../../src/domain/library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { fillAsk } from '../../src/sql/fill-ask.ts';
import {
  parameterTexts,
  rowsSpokenOf,
  type SentenceParts,
  sentenceOf,
} from '../../src/ui/indicateurs/reply-sentence.ts';
import { failureSentence } from './messages.ts';

/** What a saved question gave. */
export interface SavedAnswer {
  id: string;
  sentence: string;
  /** `empty`: it ran and found nothing. */
  status: 'answered' | 'empty' | 'failed';
  /** The answer, or why there is none, in a French sentence. */
  reply: string;
  /** Rows or features. */
  rows: number;
  elapsedMs: number;
}

/** Where saved questions are asked. */
export interface AskPlace {
  engine: Engine;
  catalogue: Catalogue;
}

/** Puts a saved question to the engine. A failure is an answer too: the next question is asked all the same. */
export async function askSaved(
  saved: SavedQuestion,
  chosen: ParameterValues,
  place: AskPlace,
): Promise<SavedAnswer> {
  const { engine, catalogue } = place;
  const start = performance.now();
  const { id, sentence, parameters } = saved;
  const end = (status: SavedAnswer['status'], reply: string, rows = 0): SavedAnswer => {
    return { id, sentence, status, reply, rows, elapsedMs: performance.now() - start };
  };
  try {
    const values = parameterValues(saved, chosen);
    const given = await put(fillAsk(saved, chosen), saved, engine);
    const texts = parameterTexts(parameters, values, await namedCommunes(saved, values, place));
    const parts = { ...given, parameters: texts, catalogue };
    if (holdsNothing(given))
      return end('empty', sentenceOf(saved, { ...parts, count: 0 }), given.count);
    return end('answered', sentenceOf(saved, parts), given.count);
  } catch (error) {
    return end('failed', failureSentence(dataToError(errorToData(error))));
  }
}

type Given = Pick<SentenceParts, 'reply' | 'count' | 'names' | 'rows'>;

/** What the engine gives, with the rows that the reply speaks of; of a statement all. */
async function put(ask: Ask, saved: SavedQuestion, engine: Engine): Promise<Given> {
  if ('sql' in ask) {
    const statement = ask.sql.join('\n');
    const result = await engine.call('sql', { sql: statement });
    const { rows } = readRows(result.ipc);
    const names = result.columns.map(({ name }) => name);
    return { reply: { kind: 'rows', result, statement }, count: result.rowCount, names, rows };
  }
  const answer = await engine.call('ask', { question: ask.question });
  const limit = rowsSpokenOf(saved.reply, answer.count);
  const request = { answer: answer.id, offset: 0, limit, sort: null };
  const { columns: names, rows } =
    limit > 0 ? readRows(await engine.call('answerRows', request)) : { columns: [], rows: [] };
  return { reply: { kind: 'features', answer }, count: answer.count, names, rows };
}

/** Whether an answer has no row, or one alone in which all is null or zero. */
function holdsNothing({ count, rows }: Given): boolean {
  const [only] = rows as Value[][];
  if (count !== 1 || !only) return count === 0;
  return only.every((cell) => cell === null || cell === 0);
}

/** The communes that the values name. */
async function namedCommunes(
  { parameters = [] }: SavedQuestion,
  values: ParameterValues,
  { engine, catalogue }: AskPlace,
): Promise<Commune[]> {
  const codes = parameters
    .filter(({ type }) => type === 'commune')
    .map(({ name }) => String(values[name]));
  return Promise.all(
    codes.map(async (code) => {
      const commune = await engine.call('feature', { layer: COMMUNE_LAYER, key: code });
      const { titleField } = findLayer(catalogue, COMMUNE_LAYER);
      return { code, name: String(commune?.attributes[titleField] ?? code) };
    }),
  );
}
