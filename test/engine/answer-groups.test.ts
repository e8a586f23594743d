import { expect, it } from 'vitest';
import { groupRows } from '../../src/engine/answer/answer-groups.ts';

it('groups come by count, then by value, null after the others; what has no size adds nothing', () => {
  const values = ['b', 'a', null, 'c', 'c', 'b', 'a'];
  const sizes = Float64Array.of(1, 2, 4, 8, Number.NaN, 16, 32);
  expect(groupRows(Uint32Array.of(0, 1, 2, 3, 4), values, sizes)).toEqual([
    { value: 'c', count: 2, total: 8 },
    { value: 'a', count: 1, total: 2 },
    { value: 'b', count: 1, total: 1 },
    { value: null, count: 1, total: 4 },
  ]);
});

it('points have no size to sum', () => {
  expect(groupRows(Uint32Array.of(0, 1), [2, 2], null)).toEqual([{ value: 2, count: 2, total: 0 }]);
});
