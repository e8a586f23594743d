import type { Catalogue } from '../../domain/catalogue.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Parameter, ParameterValues, SavedQuestion } from '../../domain/library.ts';
import type { Scalar } from '../../domain/question.ts';
import { readPlaceholders } from '../../domain/reply-template.ts';
import type { Reply } from '../../state/app-state.ts';
import { composeReply, isYear, NOTHING_FOUND, type ReplyColumn } from '../strings/compose-reply.ts';
import { formatDate, formatNumber, formatQuantity } from '../strings/format.ts';
import type { ReplyRow } from './reply-columns.ts';

/** Rows of a reply of `count` rows that its sentence speaks of: none, the first ones, or all. */
export function rowsSpokenOf(template: string, count: number): number {
  const parts = readPlaceholders(template)
    .filter(({ name }) => !name.startsWith('$') && !OF_THE_WHOLE.has(name))
    .map(({ part }) => (typeof part === 'number' ? part : count));
  return Math.min(count, Math.max(0, ...parts));
}

/** What a sentence is made of, besides the question. */
export interface SentenceParts {
  reply: Reply;
  count: number;
  /** Names of the columns of `rows`. */
  names: string[];
  rows: ReplyRow[];
  parameters: Record<string, string>;
  catalogue: Catalogue;
}

/** The reply in one sentence. */
export function sentenceOf(saved: SavedQuestion, parts: SentenceParts): string {
  const { reply, count, names, rows, parameters, catalogue } = parts;
  if (count === 0)
    return composeReply(saved.empty ?? NOTHING_FOUND, { columns: [], rows: [], count, parameters });
  const target =
    reply.kind === 'features' &&
    catalogue.layers.find(({ id }) => id === reply.answer.question.target);
  const columns = names.map((name): ReplyColumn => {
    const field = target ? target.fields.find((own) => own.name === name) : undefined;
    const measure = target ? reply.answer.measures.find((own) => own.name === name) : undefined;
    const unit = measure?.unit ?? undefined;
    return { name, ...field, ...(unit ? { unit } : {}), ...saved.columns?.[name] };
  });
  const content = { columns, rows, count, parameters };
  if (!target) return composeReply(saved.reply, content);
  const { total, groups, question } = reply.answer;
  const groupColumn = target.fields.find(({ name }) => name === question.groupBy);
  return composeReply(saved.reply, {
    ...content,
    total: total === null ? null : { value: total, family: target.geometry },
    groups,
    ...(groupColumn ? { groupColumn } : {}),
  });
}

/** The values of the parameters as a sentence says them: a commune by its name, a number with its unit. */
export function parameterTexts(
  parameters: Parameter[] | undefined,
  chosen: ParameterValues,
  communes: Commune[] | null,
): Record<string, string> {
  const textOf = (parameter: Parameter, value: Scalar) => {
    if (parameter.type === 'commune') {
      return communes?.find(({ code }) => code === value)?.name ?? String(value);
    }
    if (parameter.type !== 'number') return formatDate(String(value));
    if (isYear(parameter.label)) return String(value);
    const { unit } = parameter;
    return unit ? formatQuantity(Number(value), unit) : formatNumber(Number(value));
  };
  return Object.fromEntries(
    (parameters ?? []).map((own) => [own.name, textOf(own, chosen[own.name] ?? own.value)]),
  );
}

const OF_THE_WHOLE = new Set(['rows', 'total', 'groups']);
