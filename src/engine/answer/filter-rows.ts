import type { RowFilter } from '../../domain/answer-view.ts';
import type { Value } from '../../domain/feature.ts';
import { foldText } from '../../domain/fold-text.ts';
import { isRowMeeting } from '../../geo/row-boxes.ts';
import type { HeldAnswer } from './answer-question.ts';
import { type AnswerColumn, answerColumn, presentValue } from './answer-values.ts';

/**
 * The places (0 for the first row found) of an answer's rows that all filters keep, ascending. What has no value is kept by
 * an `among` that holds null alone; an empty text keeps all. A text is sought in codes and in their meaning.
 * Yields how many rows are looked at. Some 0.1 µs a row and filter, 1 µs for accented text.
 * @throws {AppError} `field-unknown`.
 */
export function* filterRows(
  held: HeldAnswer,
  filters: readonly RowFilter[],
): Generator<number, Uint32Array> {
  const tests = filters.map((filter) => createTest(held, filter));
  const places = new Uint32Array(held.rows.length);
  let count = 0;
  for (let place = 0; place < places.length; place++) {
    if (place % STEP === 0) yield place;
    if (tests.every((isKept) => isKept(place))) places[count++] = place;
  }
  return places.slice(0, count);
}

/** Rows between two looks at the clock. */
const STEP = 4096;

type PlaceTest = (place: number) => boolean;

function createTest(held: HeldAnswer, filter: RowFilter): PlaceTest {
  if (filter.kind === 'extent') {
    const { geometry } = held.target.table;
    return (place) => isRowMeeting(geometry, held.rows[place] as number, filter.extent);
  }
  const column = answerColumn(held, filter.column);
  const isKept = createValueTest(filter, column);
  return (place) => isKept(presentValue(column.valueAt(place)));
}

function createValueTest(
  filter: Exclude<RowFilter, { kind: 'extent' }>,
  { field }: AnswerColumn,
): (value: Value) => boolean {
  switch (filter.kind) {
    case 'range': {
      const { min, max } = filter;
      if (min === null && max === null) return () => true;
      return (value) =>
        typeof value === 'number' && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
    }
    case 'period':
      return createPeriodTest(filter.from, filter.to);
    case 'among': {
      const wanted = new Set(filter.values.map(presentValue));
      return (value) => wanted.has(value);
    }
    case 'text':
      return createTextTest(filter.text, field.codes ?? {});
  }
}

/** A year held as an integer stands for its first day. */
function createPeriodTest(from: string | null, to: string | null): (value: Value) => boolean {
  if (from === null && to === null) return () => true;
  return (value) => {
    if (value === null || typeof value === 'boolean') return false;
    const day = typeof value === 'number' ? `${value}-01-01` : value.slice(0, ISO_DAY.length);
    return day >= (from ?? '') && (to === null || day <= to);
  };
}

const ISO_DAY = 'YYYY-MM-DD';

function createTextTest(text: string, codes: Record<string, string>): (value: Value) => boolean {
  const wanted = foldText(text);
  if (wanted === '') return () => true;
  const meant = new Set(
    Object.entries(codes)
      .filter(([, meaning]) => foldText(meaning).includes(wanted))
      .map(([code]) => code),
  );
  return (value) => {
    if (value === null) return false;
    const shown = String(value);
    return meant.has(shown) || foldText(shown).includes(wanted);
  };
}
