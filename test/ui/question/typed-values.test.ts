import { expect, test } from 'vitest';
import { parseFrenchDate } from '../../../src/ui/strings/parse-date.ts';
import { parseQuantity } from '../../../src/ui/strings/parse-quantity.ts';

test.each([
  ['1 ha', 'm²', 10_000],
  ['0,5 ha', 'm²', 5000],
  ['2 000', 'm²', 2000],
  ['2\u202f000 m²', 'm²', 2000],
  ['12.5m2', 'm²', 12.5],
  ['1,5 km', 'm', 1500],
  ['1,5km', 'm', 1500],
  ['250', 'km', 250],
  ['500 m', 'km', 0.5],
  ['2500 m²', 'ha', 0.25],
  ['1 h', 'min', 60],
  ['2 M€', '€', 2_000_000],
  ['40 %', '%', 40],
  ['300 habitants', 'habitants', 300],
  ['-5', 'm', -5],
  ['1e9', 'm', Number.NaN],
  ['abc', 'm', Number.NaN],
  ['', 'm', Number.NaN],
  ['3 ha', 'm', Number.NaN],
  ['3 km', undefined, Number.NaN],
  ['1,2,3', 'm', Number.NaN],
])('%s typed where %s is wanted is %d', (text, unit, expected) => {
  const read = parseQuantity(text, unit);
  expect(Number.isNaN(read) ? Number.NaN : Number(read.toFixed(9))).toBe(expected);
});

test.each([
  ['28/02/2024', '2024-02-28'],
  ['1/3/24', '2024-03-01'],
  ['2024-02-29', '2024-02-29'],
  ['1er août 2023', '2023-08-01'],
  ['28 févr. 2024', '2024-02-28'],
  ['2024', '2024-01-01'],
])('%s is the day %s', (text, iso) => {
  expect(parseFrenchDate(text)).toEqual({ kind: 'day', iso });
});

test.each([
  ['30/02/2024', 'absent'],
  ['29/02/2023', 'absent'],
  ['12/13/2024', 'absent'],
  ['demain', 'nonsense'],
  ['99999999', 'nonsense'],
  [' ', 'empty'],
])('%s is no day: %s', (text, kind) => {
  expect(parseFrenchDate(text)).toEqual({ kind });
});
