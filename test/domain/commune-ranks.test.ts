import { quantile } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { rankCommunes, spreadOf } from '../../src/domain/commune-ranks.ts';

const values = (...numbers: (number | null)[]) =>
  new Map(numbers.map((value, i) => [String(62000 + i), value]));

describe('the rank of a commune', () => {
  it('is 1 for the largest, shared by equals, and skips as many as share it', () => {
    const ranks = rankCommunes(values(5, 9, 9, 1));
    expect([...ranks.values()].map(({ rank }) => rank)).toEqual([3, 1, 1, 4]);
  });

  it('is told of those that have a value alone', () => {
    const ranks = rankCommunes(values(null, 3, Number.NaN, 4));
    expect([...ranks]).toEqual([
      ['62001', { rank: 2, outOf: 2, value: 3 }],
      ['62003', { rank: 1, outOf: 2, value: 4 }],
    ]);
  });
});

describe('the spread of a figure', () => {
  it('is that of its sorted values, whatever their order', () => {
    expect(spreadOf(values(4, 1, 3, 2))).toEqual({
      count: 4,
      min: 1,
      firstQuartile: 1.75,
      median: 2.5,
      thirdQuartile: 3.25,
      max: 4,
    });
  });

  it('has the median that statistics have, odd or even', () => {
    for (const numbers of [[7], [7, 1], [3, 8, 1], [10, 20, 20, 5]]) {
      expect(spreadOf(values(...numbers))?.median).toBe(quantile(numbers, 0.5));
    }
  });

  it('is nothing where no commune has a value', () => {
    expect(spreadOf(values(null))).toBeNull();
    expect(spreadOf(new Map())).toBeNull();
  });
});
