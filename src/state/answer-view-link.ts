import * as v from 'valibot';
import { AppError } from '../domain/errors.ts';
import { isSameQuestion, type Question } from '../domain/question.ts';
import { type AnswerView, currentView, EMPTY_VIEW } from './answer-view-actions.ts';
import type { AppState } from './app-state.ts';

/** How an answer is looked at, as a link holds it: JSON of what is not as in an answer that has just come; empty when all is. */
export function answerViewToText(view: AnswerView): string {
  const changed = Object.entries(view).filter(
    ([name, value]) =>
      name !== 'answer' &&
      JSON.stringify(value) !== JSON.stringify(EMPTY_VIEW[name as keyof AnswerView]),
  );
  return changed.length === 0 ? '' : JSON.stringify(Object.fromEntries(changed));
}

/**
 * How a link wants its answer looked at, for whichever answer comes next.
 * @throws {AppError} `link-invalid` when the text is no such view.
 */
export function textToAnswerView(text: string): AnswerView {
  const parsed = v.safeParse(viewSchema, JSON.parse(text));
  if (!parsed.success) {
    const reason = `view of an answer: ${parsed.issues[0].message}`;
    throw new AppError('link-invalid', `link: ${reason}`, { part: 'lecture', reason });
  }
  return { ...EMPTY_VIEW, ...(parsed.output as Partial<AnswerView>), answer: null };
}

/** The state with the way its answer is looked at kept for the next one, when that is of the same question; else as a new one is. */
export function keepView(state: AppState, question: Question): AppState {
  if (!isSameQuestion(state.asked, question)) return { ...state, answerView: EMPTY_VIEW };
  if (state.answer.kind !== 'ready') return state;
  return { ...state, answerView: { ...currentView(state), answer: null } };
}

/** The state with the way that was kept, or that a link wants, being that of the answer of this id. */
export function takeView(state: AppState, answer: string): AppState {
  const { answerView } = state;
  return answerView.answer === null ? { ...state, answerView: { ...answerView, answer } } : state;
}

const value = v.nullable(v.union([v.string(), v.number(), v.boolean()]));
const column = v.string();
const bound = v.nullable(v.pipe(v.number(), v.finite()));
const day = v.nullable(v.pipe(v.string(), v.isoDate()));

const filter = v.variant('kind', [
  v.strictObject({ kind: v.literal('range'), column, min: bound, max: bound }),
  v.strictObject({ kind: v.literal('period'), column, from: day, to: day }),
  v.strictObject({ kind: v.literal('among'), column, values: v.array(value) }),
  v.strictObject({ kind: v.literal('text'), column, text: v.string() }),
]);

const chart = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['bars', 'histogram', 'time']), column }),
  v.strictObject({ kind: v.literal('scatter'), x: column, y: column }),
]);

const viewSchema = v.partial(
  v.strictObject({
    filters: v.array(filter),
    isInSight: v.boolean(),
    sort: v.nullable(v.strictObject({ column, descending: v.boolean() })),
    group: v.nullable(column),
    openGroups: v.array(value),
    hidden: v.array(column),
    order: v.array(column),
    widths: v.record(column, v.pipe(v.number(), v.minValue(20), v.maxValue(4000))),
    sums: v.nullable(v.array(column)),
    charts: v.array(chart),
    why: v.nullable(v.string()),
  }),
);
