import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { AppError } from '../../src/domain/errors.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import type { Question } from '../../src/domain/question.ts';
import { findJsonFault } from '../../src/loaders/json-fault.ts';

/**
 * The question of a file, or of the standard input for `-`: bare, or as a saved one with its title.
 * @throws {AppError} `source-unreadable` when the file cannot be read or is no JSON; `question-invalid` with the path.
 */
export async function readQuestion(path: string): Promise<Question> {
  const source = path === '-' ? 'stdin' : path;
  const json = await (path === '-' ? text(process.stdin) : readFile(path, 'utf8')).catch(
    (cause: unknown) => {
      const context = { source, reason: 'absent' };
      throw new AppError('source-unreadable', `cannot read ${source}`, context, cause);
    },
  );
  const parsed = parseJson(json.replace(/^\uFEFF/, ''), source);
  const isSaved = typeof parsed === 'object' && parsed !== null && 'question' in parsed;
  return parseQuestion(isSaved ? parsed.question : parsed);
}

function parseJson(json: string, source: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const context = { source, reason: 'json', ...findJsonFault(json) };
    throw new AppError('source-unreadable', `${source} is no JSON`, context, cause);
  }
}
