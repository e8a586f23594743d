import { describe, expect, it } from 'vitest';
import { histogram } from '../../src/domain/histogram.ts';

describe('the parts of a histogram', () => {
  it('have round limits, touch, and hold each value once', () => {
    const values = [0, 3.63, 12.4, 28.9, 77.7, 80];
    const { bins } = histogram(values, 12, false);
    expect(bins[0]).toEqual({ from: 0, to: 10, count: 2 });
    expect(bins.at(-1)?.to).toBe(80);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    for (const [i, { from }] of bins.entries()) if (i > 0) expect(from).toBe(bins[i - 1]?.to);
  });

  it('hold values that are all the same, negative, missing, or none', () => {
    expect(histogram([5, 5], 10, false).bins).toMatchObject([{ count: 2 }]);
    expect(histogram([0, 0], 10, false).bins).toMatchObject([{ from: 0, count: 2 }]);
    const negative = histogram([-3, null, -1], 4, false);
    expect(negative.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(negative.missing).toBe(1);
    expect(histogram([], 4, false)).toEqual({ bins: [], missing: 0 });
  });
});
