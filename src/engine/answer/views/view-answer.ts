import type { ViewQuery, ViewResult } from '../../../domain/answer-view.ts';
import { histogram } from '../../../domain/histogram.ts';
import type { HeldAnswer } from '../answer-question.ts';
import { type AnswerColumn, answerColumn, numberAt } from '../answer-values.ts';
import { countPeriods } from './count-periods.ts';
import { groupPlaces } from './group-places.ts';
import { scatter } from './scatter.ts';
import { sumColumn } from './sum-column.ts';

/**
 * The sums, groups or chart of some rows of an answer, given by their places. Each row is counted once, as missing where it has no
 * value. Some 0.1 µs a row and column, sorting for a median included.
 * @throws {AppError} `field-unknown`.
 */
export function viewAnswer(held: HeldAnswer, places: Uint32Array, query: ViewQuery): ViewResult {
  const columnOf = (name: string) => answerColumn(held, name);
  const { length: count } = places;
  switch (query.kind) {
    case 'sums': {
      const sums = query.columns.map((column) => ({
        column,
        ...sumColumn(numbersOf(columnOf(column), places)),
      }));
      return { kind: 'sums', count, sums };
    }
    case 'groups': {
      const groups = groupPlaces(places, columnOf(query.column), query.sums.map(columnOf));
      return { kind: 'groups', count, groups };
    }
    case 'histogram': {
      const column = columnOf(query.column);
      const isInteger = column.field.type === 'integer';
      const found = histogram(numbersOf(column, places), query.bins, isInteger);
      return { kind: 'histogram', count, ...found };
    }
    case 'scatter':
      return scatter(held, places, [columnOf(query.x), columnOf(query.y)], query.cells);
    case 'time': {
      const { valueAt } = columnOf(query.column);
      const values = Array.from(places, (place) => valueAt(place));
      return { kind: 'time', count, ...countPeriods(values, query.unit) };
    }
  }
}

function numbersOf(column: AnswerColumn, places: Uint32Array): (number | null)[] {
  return Array.from(places, (place) => numberAt(column, place));
}
