import { describe, expect, it } from 'vitest';
import { classLabels } from '../../../src/publish/strings/class-labels.ts';
import { CLASS_METHODS, classify } from '../../../src/publish/style/classify.ts';

const spread = (count: number, of: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => of(i));

describe('classify', () => {
  it('cuts quantiles of as many values each, at round limits', () => {
    const classes = classify(
      spread(100, (i) => i + 0.7),
      'quantiles',
      4,
    );
    expect(classes).toEqual({ breaks: [0, 25, 50, 75], counts: [25, 25, 25, 25], max: 99.7 });
  });

  it('cuts equal intervals that may be empty', () => {
    const classes = classify([0, 1, 2, 3, 4, 5, 99, 100], 'equal', 4);
    expect(classes?.breaks).toEqual([0, 25, 50, 75]);
    expect(classes?.counts).toEqual([6, 0, 0, 2]);
  });

  it('finds by Jenks the groups that lie apart', () => {
    const values = [1, 2, 3, 101, 102, 103, 1001, 1002];
    const classes = classify(values, 'jenks', 3);
    expect(classes?.counts).toEqual([3, 3, 2]);
    expect(classes?.breaks).toEqual([1, 100, 1000]);
  });

  it('never parts equal values, so that ties leave fewer classes', () => {
    const classes = classify([...spread(90, () => 0), ...spread(10, (i) => i + 1)], 'quantiles', 5);
    expect(classes?.counts.reduce((sum, count) => sum + count)).toBe(100);
    expect(classes?.counts[0]).toBe(90 + (classes?.counts.length === 1 ? 10 : 0));
  });

  it('gives a class to each value where there are fewer values than classes', () => {
    for (const method of CLASS_METHODS) {
      expect(classify([2, 1, 2, 1, 3], method, 5)).toEqual({
        breaks: [1, 2, 3],
        counts: [2, 2, 1],
        max: 3,
      });
    }
  });

  it('leaves out what is no number, and gives nothing when nothing is', () => {
    expect(
      classify([null, 'a', Number.NaN, 4, Number.POSITIVE_INFINITY], 'equal', 3)?.counts,
    ).toEqual([1]);
    expect(classify([null, '', true], 'equal', 3)).toBeNull();
  });

  it('puts every value of random data where the unrounded limits put it', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    for (let round = 0; round < 60; round++) {
      const scale = 10 ** Math.floor(random() * 9 - 3);
      const values = spread(5 + Math.floor(random() * 60), () => (random() ** 3 - 0.2) * scale);
      for (const method of ['quantiles', 'jenks'] as const) {
        const classes = classify(values, method, 5);
        const sorted = [...values].sort((a, b) => a - b);
        let start = 0;
        for (const [i, count] of (classes?.counts ?? []).entries()) {
          const limit = classes?.breaks[i] ?? 0;
          expect(sorted[start]).toBeGreaterThanOrEqual(limit);
          if (i > 0) expect(sorted[start - 1]).toBeLessThan(limit);
          start += count;
        }
        expect(start).toBe(values.length);
      }
    }
  });
});

describe('classLabels', () => {
  it('writes ranges as French does', () => {
    const labels = classLabels({ breaks: [0, 1000, 2500.5], counts: [1, 1, 1], max: 4000 }, 'm²');
    expect(labels).toEqual([
      '0 à 1\u202f000\u202fm²',
      '1\u202f000 à 2\u202f500,5\u202fm²',
      '2\u202f500,5\u202fm² et plus',
    ]);
  });

  it('tells both ends of a single class', () => {
    expect(classLabels({ breaks: [3], counts: [4], max: 8 }, undefined)).toEqual(['3 à 8']);
    expect(classLabels({ breaks: [3], counts: [4], max: 3 }, undefined)).toEqual(['3']);
  });
});
