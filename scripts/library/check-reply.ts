import type { SavedQuestion } from '../../src/domain/library.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import { readPlaceholders, strayBraces } from '../../src/domain/reply-template.ts';
import type { QuestionFault } from './check-question.ts';

/**
 * The faults of the sentences of a saved question, whose answer has these columns: a placeholder that speaks of nothing, braces
 * that are none, the label of a column that there is not.
 */
export function replyFaults(saved: SavedQuestion, columns: readonly string[]): QuestionFault[] {
  const parameters = (saved.parameters ?? []).map(({ name }) => `$${name}`);
  const ofAnswer = [...wholes(saved), ...columns];
  const isMeasure = (name: string) => 'question' in saved.ask && MEASURE.test(name);
  return [
    ...sentenceFaults('reply', saved.reply, [...ofAnswer, ...parameters], isMeasure),
    ...sentenceFaults('empty', saved.empty ?? '', ['rows', ...parameters], () => false),
    ...Object.keys(saved.columns ?? {})
      .filter((name) => !columns.includes(name) && !isMeasure(name))
      .map((value): QuestionFault => {
        const nearest = closestName(value, columns);
        return { path: `columns.${value}`, kind: 'column', value, nearest };
      }),
  ];
}

function sentenceFaults(
  path: string,
  sentence: string,
  names: readonly string[],
  isMeasure: (name: string) => boolean,
): QuestionFault[] {
  const unknown = readPlaceholders(sentence).filter(
    ({ name }) => !names.includes(name) && !isMeasure(name),
  );
  return [
    ...strayBraces(sentence).map((value): QuestionFault => ({ path, kind: 'braces', value })),
    ...unknown.map(({ name: value }): QuestionFault => {
      const nearest = closestName(value, names);
      return { path, kind: 'placeholder', value, nearest };
    }),
  ];
}

/** What a reply may say of the whole answer. */
function wholes({ ask }: SavedQuestion): string[] {
  if ('sql' in ask) return ['rows'];
  return ['rows', 'total', ...(ask.question.groupBy === undefined ? [] : ['groups'])];
}

/** A column of measures; see `MeasureColumn`. */
const MEASURE = /^(area_m2|length_m|distance_\d+_m|minutes_\d+|overlap_\d+_m2?|share_\d+)$/;
