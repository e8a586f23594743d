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

/**
 * `npm run ask -- --question FILE|- | --sql "…" | --all | --saved ID`: puts a question to the layers of a folder, or the
 * questions of its library, by the engine of the page.
 * Prints the answer alone on the standard output, the rest on the other; exit code 0 when answered, 1 when the question or
 * the data will not do, 2 when the command is wrong.
 */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv, join(import.meta.dirname, '..', '..', 'public'));
  if ('fault' in parsed) {
    console.error(usageSentence(parsed.fault));
    return parsed.fault.kind === 'help' ? 0 : 2;
  }
  try {
    if (parsed.request.kind === 'saved') return await answerSaved(parsed.request);
    const { text, count } = await answer(parsed.request);
    await print(text);
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${countLine(count)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
    console.error(failureSentence(error));
    return 1;
  }
}

async function answer(request: Exclude<Request, SavedRequest>): Promise<Reply> {
  const { data } = request;
  if (request.kind === 'sql') {
    const engine = await openEngine(data, await readCatalogue(data));
    return answerSql(engine, request.sql, request.emit, showProgress);
  }
  const { emit } = request;
  const question = await readQuestion(request.question);
  const catalogue = await readCatalogue(data);
  if (typeof emit === 'object') {
    return { text: emitSql(question, catalogue, emit.dialect, `${resolve(data)}/`), count: 1 };
  }
  const engine = await openEngine(data, catalogue);
  return answerQuestion(engine, catalogue, question, emit, showProgress);
}

async function answerSaved(request: SavedRequest): Promise<number> {
  const { data, saved } = request;
  const catalogue = await readCatalogue(data);
  const { library, faults } = await openLibrary(data, catalogue);
  if (faults.length > 0) console.error(`${faultsText(faults)}\n`);
  const asked = library.questions.filter(({ id }) => saved === null || id === saved);
  if (asked.length === 0) {
    console.error(noSuchQuestion(saved, library.questions));
    return 1;
  }
  const engine = await openEngine(data, catalogue);
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

function print(text: string): Promise<unknown> {
  return new Promise((resolve) => process.stdout.write(text, resolve));
}

function showProgress(progress: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE + progressLine(progress));
}

/** Back to the start of the line, and what stands on it erased. */
const CLEAR_LINE = '\r\x1b[K';

// A reader that has enough, as `head` has, is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
// Said outright: DuckDB's start, which may still go on, sets an exit code of its own.
process.exit(await main(process.argv.slice(2)));
