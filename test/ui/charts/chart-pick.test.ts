import { describe, expect, it } from 'vitest';
import {
  fillPeriods,
  isRangePicked,
  periodPick,
  rangePick,
  toggleValue,
} from '../../../src/ui/charts/chart-pick.ts';
import type { ChartSpec } from '../../../src/ui/charts/chart-spec.ts';

const axis = { title: 'Surface (m²)', format: String };
const histogram: ChartSpec = {
  kind: 'histogram',
  x: axis,
  count: axis,
  bins: [
    { from: 0, to: 10, count: 3 },
    { from: 10, to: 20, count: 0 },
    { from: 20, to: 30, count: 2 },
  ],
};

describe('what is picked on a chart', () => {
  it('is a bar more, a bar less, and nothing once the last is taken off', () => {
    const one = toggleValue(null, 'U');
    const two = toggleValue(one, null);
    expect(two).toEqual({ kind: 'values', values: ['U', null] });
    expect(toggleValue(two, 'U')).toEqual({ kind: 'values', values: [null] });
    expect(toggleValue(one, 'U')).toBeNull();
  });

  it('on a histogram is whole bins, in whichever direction one drags', () => {
    expect(rangePick(histogram, 22, 12)).toEqual({ kind: 'range', min: 10, max: 30 });
    expect(rangePick(histogram, 5, 5)).toEqual({ kind: 'range', min: 0, max: 10 });
    expect(rangePick(histogram, 30, 30)).toEqual({ kind: 'range', min: 20, max: 30 });
  });

  it('among points is what was dragged over, and nothing for a click', () => {
    const points: ChartSpec = { kind: 'points', x: axis, y: axis, points: [] };
    expect(rangePick(points, 7.5, 2)).toEqual({ kind: 'range', min: 2, max: 7.5 });
    expect(rangePick(points, 2, 2)).toBeNull();
  });

  it('leaves the bins beside the range pale', () => {
    const picked = { kind: 'range', min: 10, max: 20 } as const;
    expect(histogram.bins.map(({ from, to }) => isRangePicked(picked, from, to))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('in time goes from the earlier to the later', () => {
    expect(periodPick('2024-03', '2023-11')).toEqual({
      kind: 'period',
      from: '2023-11',
      to: '2024-03',
    });
  });
});

describe('the periods of a chart', () => {
  it('have no gap between years or months', () => {
    const years = fillPeriods([
      { period: '2019', amount: 4 },
      { period: '2022', amount: 1 },
    ]);
    expect(years.map(({ amount }) => amount)).toEqual([4, 0, 0, 1]);
    const months = fillPeriods([
      { period: '2023-11', amount: 4 },
      { period: '2024-02', amount: 1 },
    ]);
    expect(months.map(({ period }) => period)).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
      '2024-02',
    ]);
  });

  it('stay as they are where one is absurdly far', () => {
    const far = [
      { period: '0200-01', amount: 1 },
      { period: '2024-02', amount: 1 },
    ];
    expect(fillPeriods(far)).toEqual(far);
    expect(fillPeriods([])).toEqual([]);
  });
});
