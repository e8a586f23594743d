import type { ViewResult } from '../../../domain/answer-view.ts';

type Sums = Omit<Extract<ViewResult, { kind: 'sums' }>['sums'][number], 'column'>;

/** What numbers sum up to; null is counted as missing. The median of an even count is the mean of the two in the middle. */
export function sumColumn(values: readonly (number | null)[]): Sums {
  let [sum, count] = [0, 0];
  const room = new Float64Array(values.length);
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    room[count++] = value;
  }
  const missing = values.length - count;
  if (count === 0) return { sum: null, mean: null, median: null, min: null, max: null, missing };
  const numbers = room.subarray(0, count).sort();
  const at = (index: number) => numbers[index] as number;
  const middle = (numbers.length - 1) / 2;
  return {
    sum,
    mean: sum / numbers.length,
    median: at(Math.floor(middle)) / 2 + at(Math.ceil(middle)) / 2,
    min: at(0),
    max: at(numbers.length - 1),
    missing,
  };
}
