import type {
  AnswerChange,
  AnswerFigures,
  ChangedRow,
  RemeasuredRow,
} from '../../domain/answer-change.ts';
import type { LayerStore } from '../layer-store.ts';
import type { HeldAnswer } from './answer-question.ts';
import { featureName } from './explain/feature-name.ts';

/** An answer and the layers that it was found in. */
export interface AnswerOfStore {
  held: HeldAnswer;
  store: LayerStore;
}

/**
 * What differs between two answers to one question, the later one second; features are told by their keys. Linear in both.
 */
export function compareAnswers(before: AnswerOfStore, now: AnswerOfStore): AnswerChange {
  const isUnpaired = [before, now].some(({ held }) => held.target.layer.isKeyMade === true);
  const { measures, crs } = now.held.answer;
  const figures = { crs, before: figuresOf(before), now: figuresOf(now), measures, isUnpaired };
  if (isUnpaired) return { ...figures, onlyBefore: [], onlyNow: [], remeasured: [] };
  const { pairs, onlyBefore, onlyNow } = pairByKey(before.held, now.held);
  return {
    ...figures,
    onlyBefore: onlyBefore.map((place) => rowAt(before.held, place)),
    onlyNow: onlyNow.map((place) => rowAt(now.held, place)),
    remeasured: pairs
      .map(([one, other]) => remeasured(before.held, one, now.held, other))
      .filter(isChanged),
  };
}

function figuresOf({ held: { answer }, store }: AnswerOfStore): AnswerFigures {
  const { versions, count, outOf, total, groups } = answer;
  const dates = Object.keys(versions).map((id) => [id, store.layer(id).date] as const);
  return { versions, dates: Object.fromEntries(dates), count, outOf, total, groups };
}

/** Places of the features of both answers, and of those of one alone. A key that comes twice is paired in the order of the files. */
function pairByKey(before: HeldAnswer, now: HeldAnswer) {
  const waiting = new Map<string, number[]>();
  const keyAt = ({ target, rows }: HeldAnswer, place: number) =>
    String(target.table.columns[target.layer.key]?.[rows[place] as number] ?? '');
  for (let place = 0; place < before.rows.length; place++) {
    const key = keyAt(before, place);
    const places = waiting.get(key);
    if (places) places.push(place);
    else waiting.set(key, [place]);
  }
  const pairs: [before: number, now: number][] = [];
  const onlyNow: number[] = [];
  for (let place = 0; place < now.rows.length; place++) {
    const other = waiting.get(keyAt(now, place))?.shift();
    if (other === undefined) onlyNow.push(place);
    else pairs.push([other, place]);
  }
  const onlyBefore = [...waiting.values()].flat().sort((a, b) => a - b);
  return { pairs, onlyBefore, onlyNow };
}

function rowAt({ target, rows }: HeldAnswer, place: number): ChangedRow {
  const row = rows[place] as number;
  return {
    row: target.fileRow(row),
    ...featureName(target, row),
    size: finiteOrNull(target.sizes()?.[row]),
  };
}

function remeasured(
  before: HeldAnswer,
  placeBefore: number,
  now: HeldAnswer,
  placeNow: number,
): RemeasuredRow {
  const names = now.answer.measures.map(({ name }) => name);
  const valuesOf = ({ answer, measures }: HeldAnswer, place: number) =>
    names.map((name) => {
      const column = answer.measures.findIndex((measure) => measure.name === name);
      return finiteOrNull(measures.values[column]?.[place]);
    });
  const rowNow = now.rows[placeNow] as number;
  return {
    ...featureName(now.target, rowNow),
    rowBefore: before.target.fileRow(before.rows[placeBefore] as number),
    rowNow: now.target.fileRow(rowNow),
    before: valuesOf(before, placeBefore),
    now: valuesOf(now, placeNow),
  };
}

/** Whether a measure differs by more than what rounding and projection account for, or is there on one side alone. */
function isChanged({ before, now }: RemeasuredRow): boolean {
  return now.some((value, i) => {
    const other = before[i] ?? null;
    if (value === null || other === null) return value !== other;
    return Math.abs(value - other) > LEAST_CHANGE;
  });
}

/** In the unit of the measure: m², m, minutes or share. */
const LEAST_CHANGE = 0.01;

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
