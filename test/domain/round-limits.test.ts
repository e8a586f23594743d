import { expect, it } from 'vitest';
import { partOf, roundLimits } from '../../src/domain/round-limits.ts';
import { createRandom } from '../geo/create-random.ts';

it.each([
  ['areas', 12, 9800.5, 20, false, [0, 10_000, 500]],
  ['a share', 0, 1, 10, false, [0, 1, 0.1]],
  ['tenths that are no sums of tenths', 0.1, 0.7, 6, false, [0.1, 0.7, 0.1]],
  ['below and above zero', -7, 12, 10, false, [-8, 12, 2]],
  ['few integers, each on its own', -1, 3, 10, true, [-1, 4, 1]],
  ['many integers', 0, 1000, 10, true, [0, 1200, 200]],
  ['large integers', 20007246000010, 20007246000012, 5, true, [20007246000010, 20007246000013, 1]],
  ['one integer', 7, 7, 20, true, [7, 8, 1]],
  ['one number', 132.4, 132.4, 20, false, [120, 140, 20]],
  ['zero alone', 0, 0, 20, false, [0, 1, 1]],
  ['one part asked for, on both sides of zero', -3, 4, 1, false, [-5, 5, 5]],
] as const)('limits are round: %s', (_, min, max, parts, isInteger, [from, to, step]) => {
  const limits = roundLimits(min, max, parts, isInteger);
  const count = Math.round((to - from) / step);
  expect(limits).toHaveLength(count + 1);
  for (const [i, limit] of limits.entries()) {
    expect(limit).toBe(Number((from + i * step).toPrecision(15)));
  }
});

it('limits hold any numbers, and each number is in one part alone', () => {
  const random = createRandom(1);
  const sizes = [1e-300, 1e-9, 0.3, 1, 1e6, 1e15, 1e300];
  for (let i = 0; i < 400; i++) {
    const size = sizes[i % sizes.length] as number;
    const numbers = Array.from({ length: 5 }, () => (random() - 0.5) * size);
    if (i % 3 === 0) numbers.splice(0, 5, ...numbers.map((n) => 1 + n * 1e-14));
    const parts = 1 + Math.floor(50 * random());
    const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
    const limits = roundLimits(min, max, parts, false);
    expect(limits.length - 1).toBeLessThanOrEqual(Math.max(2, parts));
    expect(new Set(limits).size).toBe(limits.length);
    for (const value of [...numbers, ...limits.filter((limit) => limit >= min && limit <= max)]) {
      const inside = limits.slice(1).filter((to, k) => {
        const isLast = k === limits.length - 2;
        return value >= (limits[k] as number) && (value < to || (isLast && value === to));
      });
      expect(inside).toEqual([limits[partOf(value, limits) + 1]]);
    }
  }
});
