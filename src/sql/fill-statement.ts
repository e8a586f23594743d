import { AppError } from '../domain/errors.ts';
import type { ParameterValues } from '../domain/library.ts';
import type { Scalar } from '../domain/question.ts';
import { quoteLiteral } from './quote.ts';
import { readTokens } from './tokens.ts';

/**
 * A saved statement as it is run: its lines joined, and a literal in place of each `$name` that stands outside texts and
 * comments.
 * @throws {AppError} `question-invalid` with the path of a name without a value.
 */
export function fillStatement(lines: readonly string[], values: ParameterValues): string {
  const sql = lines.join('\n');
  let filled = '';
  let end = 0;
  for (const { name, start, end: next } of parametersOf(sql)) {
    const value = values[name];
    if (value === undefined) {
      const path = `parameters.${name}`;
      throw new AppError('question-invalid', `no value for $${name}`, { path, reason: 'no value' });
    }
    filled += sql.slice(end, start) + toOperand(value);
    end = next;
  }
  return filled + sql.slice(end);
}

/** The names that a saved statement stands on, each once. */
export function namesInStatement(lines: readonly string[]): string[] {
  return [...new Set(parametersOf(lines.join('\n')).map(({ name }) => name))];
}

function parametersOf(sql: string): { name: string; start: number; end: number }[] {
  return readTokens(sql)
    .filter(({ kind, name }) => kind === 'parameter' && NAMED.test(name))
    .map(({ name, start, end }) => ({ name: name.slice(1), start, end }));
}

/** A negative number in parentheses: after a minus sign it would begin a comment. */
function toOperand(value: Scalar): string {
  const literal = quoteLiteral(value);
  return literal.startsWith('-') ? `(${literal})` : literal;
}

const NAMED = /^\$[A-Za-z_]/;
