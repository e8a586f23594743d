import { expect, test } from 'vitest';
import { orient } from '../../src/geo/orient.ts';
import { createRandom } from './create-random.ts';

/** The same determinant over integers: coordinates are multiples of 2^-40. */
function exactSign(values: number[]): number {
  const [ax, ay, bx, by, cx, cy] = values.map((value) => BigInt(value * 2 ** 40)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const det = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  return det > 0n ? 1 : det < 0n ? -1 : 0;
}

test('the side of a point is that of exact arithmetic, all but on the line', () => {
  const random = createRandom(5);
  for (let i = 0; i < 20_000; i++) {
    const a = [1_670_000 + 100 * random(), 9_250_000 + 100 * random()];
    const b = [1_670_000 + 100 * random(), 9_250_000 + 100 * random()];
    const share = 3 * random() - 1;
    const c = [0, 1].map((axis) => {
      const value = a[axis]! + share * (b[axis]! - a[axis]!);
      return value + Math.floor(3 * random() - 1) * 2 ** -31;
    });
    const values = [...a, ...b, ...c];
    expect(Math.sign(orient(...(values as Parameters<typeof orient>)))).toBe(exactSign(values));
  }
});

test('points that coincide or lie on a line have no side', () => {
  expect(orient(1, 2, 1, 2, 5, 9)).toBe(0);
  expect(orient(1, 2, 5, 9, 5, 9)).toBe(0);
  expect(orient(0.1, 0.1, 0.3, 0.3, 0.7, 0.7)).toBe(0);
  expect(orient(0, 0, 1, 0, 0, 1)).toBeGreaterThan(0);
  expect(orient(0, 0, 1, 0, 0, -1)).toBeLessThan(0);
});
