import { expect, it } from 'vitest';
import { parseScale } from '../../src/domain/parse-scale.ts';

it.each([
  ['2000', 2000],
  ['1/2000', 2000],
  [' 1 : 2 000', 2000],
  ['1:25\u202f000', 25_000],
  ['1/', null],
  ['0', null],
  ['2000.5', null],
  ['un deux-millième', null],
  ['', null],
])('the scale « %s » is 1:%s', (text, scale) => {
  expect(parseScale(text)).toBe(scale);
});
