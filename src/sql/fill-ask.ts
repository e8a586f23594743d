import { fillQuestion, parameterValues } from '../domain/fill-question.ts';
import type { Ask, ParameterValues, SavedQuestion } from '../domain/library.ts';
import { fillStatement } from './fill-statement.ts';

/**
 * A saved question as it is put to the engine: the values that were chosen, or its own, in place of each `$name`.
 * @throws {AppError} `question-invalid` with the path of a value that its parameter does not allow, or of a fault.
 */
export function fillAsk(
  saved: Pick<SavedQuestion, 'ask' | 'parameters'>,
  chosen: ParameterValues = {},
): Ask {
  const values = parameterValues(saved, chosen);
  if ('question' in saved.ask) return { question: fillQuestion(saved.ask.question, values) };
  return { sql: fillStatement(saved.ask.sql, values).split('\n') };
}
