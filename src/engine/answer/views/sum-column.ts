import type { ViewResult } from '../../../domain/answer-view.ts';

type Sums = Omit<Extract<ViewResult, { kind: 'sums' }>['sums'][number], 'column'>;

/** What numbers sum up to; null is counted as missing. The median of an even count is the mean of the two in the middle. */
export function sumColumn(values: readonly (number | null)[]): Sums {
  const numbers = Float64Array.from(values.filter((value) => value !== null));
  const missing = values.length - numbers.length;
  if (numbers.length === 0) {
    return { sum: null, mean: null, median: null, min: null, max: null, missing };
  }
  const sum = numbers.reduce((total, value) => total + value, 0);
  numbers.sort();
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
