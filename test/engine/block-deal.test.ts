import { expect, it } from 'vitest';
import { dealColumn, dealRows, dealtColumn, dealtRow } from '../../src/engine/kernel/block-deal.ts';
import { mergeShares } from '../../src/engine/kernel/merge-shares.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';

const column = geometriesToColumn(
  Array.from({ length: 100 }, (_, row) => ({ type: 'Point', coordinates: [row, -row] })),
);

it('every row is dealt to one worker, whose number for it leads back', () => {
  for (const workers of [1, 2, 3, 8]) {
    const deal = { bits: 3, workers };
    const rows = Uint32Array.from({ length: 60 }, (_, i) => i + (i >> 1));
    const shares = dealRows(deal, rows);
    const back = shares.map((share, i) => [...share].map((row) => dealtRow(deal, i, row)));
    expect(back.flat().sort((a, b) => a - b)).toEqual([...rows]);
    shares.forEach((share, i) => {
      const part = dealtColumn(column, deal, i);
      expect([...share].map((row) => part.xy[2 * row])).toEqual(back[i]);
    });
  }
});

it('blocks are smaller where features are larger', () => {
  const [x, y] = [0, 1];
  const ring = Array.from({ length: 5000 }, (_, i) => [x + i, y * i]);
  const heavy = geometriesToColumn([{ type: 'LineString', coordinates: ring }]);
  expect(dealColumn(heavy, 2).bits).toBe(4);
  expect(dealColumn(column, 2).bits).toBe(12);
});

it('shares are merged by key, with what goes with them', () => {
  const share = (keys: number[], values: number[]) => ({
    keys: Uint32Array.from(keys),
    others: [Float64Array.from(values)],
  });
  const { keys, others } = mergeShares([
    share([1, 1, 8], [1, 2, 3]),
    share([], []),
    share([0, 4, 5, 9], [4, 5, 6, 7]),
  ]);
  expect([...keys]).toEqual([0, 1, 1, 4, 5, 8, 9]);
  expect([...(others[0] ?? [])]).toEqual([4, 1, 2, 5, 6, 3, 7]);
});
