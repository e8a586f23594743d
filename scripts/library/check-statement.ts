import { AppError, type ErrorContext } from '../../src/domain/errors.ts';
import type { Field, LayerMeta } from '../../src/domain/layer.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import type { Token } from '../../src/sql/tokens.ts';
import { readTokens } from '../../src/sql/tokens.ts';
import { sqlSentence } from '../../src/ui/strings/sql-sentence.ts';
import { codeFault, type QuestionFault } from './check-question.ts';
import type { BoundStatement, StatementBinder } from './statement-binder.ts';

/**
 * What a statement would give, or null, and its faults: what the engine refuses, and every text compared with a coded column
 * that is none of its codes.
 */
export function checkStatement(
  sql: string,
  bind: StatementBinder,
  layers: readonly LayerMeta[],
): { bound: BoundStatement | null; faults: QuestionFault[] } {
  try {
    const bound = bind(sql);
    const named = layers.filter(({ id }) => bound.layers.includes(id));
    return { bound, faults: codeFaults(readTokens(sql), named) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, detail, line, word, nearest } = error.context;
    const more =
      reason === 'other' || error.code !== 'sql-invalid' ? ` ${detail ?? error.message}` : '';
    const told = `${sqlSentence(error.context).replace(/\.$/, '')}${more}`;
    const isLayer = reason === 'table-unknown' && nearest === undefined;
    const ids = layers.map(({ id }) => id);
    const guess = isLayer ? { nearest: closestName(String(word), ids) } : {};
    const fault: QuestionFault = { path: lineOf(line), kind: 'sql', detail: told, ...guess };
    return { bound: null, faults: [fault] };
  }
}

/** The index of the line in `ask.sql`, counted from 0 as JSON paths do. */
function lineOf(line: ErrorContext[string] | undefined): string {
  return typeof line === 'number' ? String(line - 1) : '';
}

function codeFaults(tokens: readonly Token[], layers: readonly LayerMeta[]): QuestionFault[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return [];
    const field = codedField(token.name, layers);
    if (!field) return [];
    return comparedTexts(tokens, i + 1).flatMap((text) => codeFault(field, text, ''));
  });
}

/** The coded field of that name, all the codes of its namesakes in it; null where a namesake has no codes. */
function codedField(name: string, layers: readonly LayerMeta[]): Field | null {
  const fields = layers.flatMap((layer) =>
    layer.fields.filter((field) => field.name.toLowerCase() === name),
  );
  const [first] = fields;
  if (!first || fields.some(({ codes }) => !codes)) return null;
  return { ...first, codes: Object.assign({}, ...fields.map(({ codes }) => codes)) };
}

/** The texts that a column is compared with, whose name ends before `at`: `= 'a'`, `<> 'a'`, `IN ('a', 'b')`. */
function comparedTexts(tokens: readonly Token[], at: number): string[] {
  const isNot = tokens[at]?.name === 'not';
  const operator = tokens[isNot ? at + 1 : at]?.name ?? '';
  if (operator === 'in' && tokens[at + (isNot ? 2 : 1)]?.name === '(') {
    const texts: string[] = [];
    for (let i = at + (isNot ? 3 : 2); tokens[i] && tokens[i]?.name !== ')'; i++) {
      texts.push(...textOf(tokens[i]));
    }
    return texts;
  }
  return ['=', '==', '<>', '!='].includes(operator) ? textOf(tokens[at + 1]) : [];
}

function textOf(token: Token | undefined): string[] {
  const isPlain = token?.kind === 'string' && token.name.startsWith("'");
  return isPlain ? [token.name.slice(1, -1).replaceAll("''", "'")] : [];
}
