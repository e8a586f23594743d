import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { dataToError, errorToData } from '../../src/domain/errors.ts';
import { parameterValues } from '../../src/domain/fill-question.ts';
import type { ParameterValues, SavedQuestion } from '../../src/domain/library.ts';
import type { Question } from '../../src/domain/question.ts';
import { readPlaceholders } from '../../src/domain/reply-template.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { fillAsk } from '../../src/sql/fill-ask.ts';
import {
  composeReply,
  NOTHING_FOUND,
  type ReplyContent,
} from '../../src/ui/strings/compose-reply.ts';
import { formatQuantity } from '../../src/ui/strings/format.ts';
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
  const start = performance.now();
  const { id, sentence } = saved;
  const end = (status: SavedAnswer['status'], reply: string, rows = 0): SavedAnswer => ({
    id,
    sentence,
    status,
    reply,
    rows,
    elapsedMs: performance.now() - start,
  });
  try {
    const ask = fillAsk(saved, chosen);
    const given =
      'question' in ask
        ? await askFeatures(ask.question, saved, place)
        : await askRows(ask.sql, saved, place.engine);
    const parameters = await parameterTexts(saved, parameterValues(saved, chosen), place);
    const content = { ...given, parameters };
    if (holdsNothing(given)) {
      return end('empty', composeReply(saved.empty ?? NOTHING_FOUND, content), given.count);
    }
    return end('answered', composeReply(saved.reply, content), given.count);
  } catch (error) {
    return end('failed', failureSentence(dataToError(errorToData(error))));
  }
}

async function askFeatures(
  question: Question,
  { reply }: SavedQuestion,
  { engine, catalogue }: AskPlace,
): Promise<ReplyContent> {
  const answer = await engine.call('ask', { question });
  const target = findLayer(catalogue, question.target);
  const spoken = readPlaceholders(reply).some(
    ({ name }) => !/^(\$.*|rows|total|groups)$/.test(name),
  );
  const request = { answer: answer.id, offset: 0, limit: answer.count, sort: null };
  const { columns, rows } = spoken
    ? readRows(await engine.call('answerRows', request))
    : { columns: [], rows: [] };
  const groupField = target.fields.find(({ name }) => name === question.groupBy);
  return {
    columns: columns.map((name) => {
      const measure = answer.measures.find((candidate) => candidate.name === name);
      const unit = measure?.unit ?? undefined;
      return target.fields.find((field) => field.name === name) ?? { name, unit };
    }),
    rows,
    count: answer.count,
    total: answer.total === null ? null : { value: answer.total, family: target.geometry },
    groups: answer.groups,
    ...(groupField ? { groupColumn: groupField } : {}),
  };
}

async function askRows(
  lines: readonly string[],
  { columns: labels = {} }: SavedQuestion,
  engine: Engine,
): Promise<ReplyContent> {
  const result = await engine.call('sql', { sql: lines.join('\n') });
  const { rows } = readRows(result.ipc);
  const columns = result.columns.map(({ name }) => ({ name, ...labels[name] }));
  return { columns, rows, count: result.rowCount };
}

/** Whether an answer has no row, or one alone in which all is null or zero. */
function holdsNothing({ count, columns, rows }: ReplyContent): boolean {
  if (count === 0) return true;
  const [only] = rows;
  if (count > 1 || !only || columns.length === 0) return false;
  return only.every((cell) => cell === null || cell === 0);
}

/** The values of the parameters as a sentence says them: the name of a commune, a number with its unit. */
async function parameterTexts(
  { parameters = [] }: SavedQuestion,
  values: ParameterValues,
  { engine, catalogue }: AskPlace,
): Promise<Record<string, string>> {
  const texts = parameters.map(async (parameter) => {
    const value = values[parameter.name] as string | number;
    if (parameter.type === 'number') {
      const unit = parameter.unit ?? '';
      return [parameter.name, formatQuantity(Number(value), unit).trimEnd()];
    }
    if (parameter.type !== 'commune') return [parameter.name, String(value)];
    return [parameter.name, await communeName(String(value), { engine, catalogue })];
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function communeName(code: string, { engine, catalogue }: AskPlace): Promise<string> {
  const layer = catalogue.layers.find(({ id }) => id === 'communes');
  if (!layer) return code;
  const commune = await engine.call('feature', { layer: layer.id, key: code });
  return String(commune?.attributes[layer.titleField] ?? code);
}
