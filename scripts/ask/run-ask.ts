import { join, resolve } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { faultsText } from '../library/messages.ts';
import { answerQuestion, answerSql, emitSql, type Reply } from './answer-request.ts';
import { parseArguments, type Request, type SavedRequest } from './arguments.ts';
import { askSaved, type SavedAnswer } from './ask-saved.ts';
import {
  answerLine,
  countLine,
  failureSentence,
  noSuchQuestion,
  progressLine,
  summaryLine,
  usageSentence,
} from './messages.ts';
import { openEngine, readCatalogue } from './open-folder.ts';
import { openLibrary } from './open-library.ts';
import { readQuestion } from './read-question.ts';

/** Where a command writes. */
export interface Terminal {
  /** The answer alone. */
  print(text: string): Promise<unknown>;
  /** A line of everything else. */
  say(line: string): void;
  /** Text of progress, where somebody looks on; null where nobody does. */
  show: ((text: string) => void) | null;
}

/**
 * `npm run ask -- --question FILE|- | --sql "…" | --all | --saved ID`: puts a question to the layers of a folder, or the
 * questions of its library, by the engine of the page, which `open` gives. Gives the exit code: 0 when answered, 1 when the
 * question or the data will not do, 2 when the command is wrong.
 */
export async function runAsk(
  argv: readonly string[],
  terminal: Terminal,
  open = openEngine,
): Promise<number> {
  const parsed = parseArguments(argv, join(import.meta.dirname, '..', '..', 'public'));
  if ('fault' in parsed) {
    terminal.say(usageSentence(parsed.fault));
    return parsed.fault.kind === 'help' ? 0 : 2;
  }
  try {
    if (parsed.request.kind === 'saved') return await answerSaved(parsed.request, terminal, open);
    const { text, count } = await answer(parsed.request, terminal, open);
    await terminal.print(text);
    terminal.show?.(`${CLEAR_LINE}${countLine(count)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    terminal.show?.(CLEAR_LINE);
    terminal.say(failureSentence(error));
    return 1;
  }
}

async function answer(
  request: Exclude<Request, SavedRequest>,
  { show }: Terminal,
  open: typeof openEngine,
): Promise<Reply> {
  const { data } = request;
  const showProgress = (progress: Progress) => show?.(CLEAR_LINE + progressLine(progress));
  if (request.kind === 'sql') {
    const engine = await open(data, await readCatalogue(data));
    return answerSql(engine, request.sql, request.emit, showProgress);
  }
  const { emit } = request;
  const question = await readQuestion(request.question);
  const catalogue = await readCatalogue(data);
  if (typeof emit === 'object') {
    return { text: emitSql(question, catalogue, emit.dialect, `${resolve(data)}/`), count: 1 };
  }
  const engine = await open(data, catalogue);
  return answerQuestion(engine, catalogue, question, emit, showProgress);
}

async function answerSaved(
  request: SavedRequest,
  { print, say }: Terminal,
  open: typeof openEngine,
): Promise<number> {
  const { data, saved } = request;
  const catalogue = await readCatalogue(data);
  const { library, faults } = await openLibrary(data, catalogue);
  if (faults.length > 0) say(`${faultsText(faults)}\n`);
  const asked = library.questions.filter(({ id }) => saved === null || id === saved);
  if (asked.length === 0) {
    say(noSuchQuestion(saved, library.questions));
    return 1;
  }
  const engine = await open(data, catalogue);
  const answers: SavedAnswer[] = [];
  for (const question of asked) {
    const answered = await askSaved(question, request.values, { engine, catalogue });
    answers.push(answered);
    if (!request.isJson) await print(`${answerLine(answered)}\n`);
  }
  await print(
    request.isJson ? `${JSON.stringify(answers, null, 2)}\n` : `${summaryLine(answers)}\n`,
  );
  return answers.every(({ status }) => status === 'answered') ? 0 : 1;
}

/** Back to the start of the line, and what stands on it erased. */
const CLEAR_LINE = '\r\x1b[K';
