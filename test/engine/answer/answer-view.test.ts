import { describe, expect, it } from 'vitest';
import { MAX_POINTS, type RowFilter, type ViewQuery } from '../../../src/domain/answer-view.ts';
import type { Value } from '../../../src/domain/feature.ts';
import { countPeriods } from '../../../src/engine/answer/views/count-periods.ts';
import { distribution } from '../../../src/engine/answer/views/distribution.ts';
import { createWork } from '../create-sql-desk.ts';
import { openMany } from './create-many.ts';

const COUNT = 6000;
const { answers, cell, store } = await openMany(COUNT);
const work = createWork();
const all = Array.from({ length: COUNT }, (_, row) => row);
const answer = await answers.ask({ target: 'essai', where: { kind: 'and', conditions: [] } }, work);
const loaded = await store.whole('essai', work);

const FILTERS: [string, RowFilter[], (row: number) => boolean][] = [
  ['every row', [], () => true],
  [
    'the rows kept',
    [{ kind: 'among', column: 'code', values: ['AU', null] }],
    (row) => ['AU', null].includes(cell('code', row) as string | null),
  ],
  ['no row', [{ kind: 'among', column: 'code', values: [] }], () => false],
];

describe.each(FILTERS)('of %s', (_, filters, isKept) => {
  const kept = all.filter(isKept);
  const view = async <K extends ViewQuery['kind']>(query: Extract<ViewQuery, { kind: K }>) => {
    const result = await answers.view({ answer: answer.id, filters, query }, work);
    expect(result).toMatchObject({ kind: query.kind, count: kept.length });
    return result as Extract<typeof result, { kind: K }>;
  };

  it.each(['lots', 'siret', 'part', 'area_m2', 'nom'])('sums of %s', async (column) => {
    const numbers = finite(kept, column).sort((a, b) => a - b);
    const [found] = (await view({ kind: 'sums', columns: [column] })).sums;
    const n = numbers.length;
    expect(found?.missing).toBe(kept.length - n);
    if (n === 0) {
      const none = { sum: null, mean: null, median: null, min: null, max: null };
      expect(found).toMatchObject(none);
      return;
    }
    const sum = numbers.reduce((total, value) => total + value, 0);
    const middle = n % 2 === 1 ? [numbers[(n - 1) / 2]] : [numbers[n / 2 - 1], numbers[n / 2]];
    const median = middle.reduce((a = 0, b = 0) => a + b, 0) as number;
    expect((found?.sum ?? 0) / sum).toBeCloseTo(1, 12);
    expect((found?.mean ?? 0) / (sum / n)).toBeCloseTo(1, 12);
    expect(found?.median).toBeCloseTo(median / middle.length, 9);
    expect(found).toMatchObject({ min: numbers[0], max: numbers.at(-1) });
  });

  it.each(['code', 'nom', 'actif', 'lots', 'part', 'jour'])('groups by %s', async (column) => {
    const wanted = new Map<Value, [count: number, lots: number]>();
    for (const row of kept) {
      const value = present(cell(column, row));
      const [count, lots] = wanted.get(value) ?? [0, 0];
      wanted.set(value, [count + 1, lots + ((cell('lots', row) as number) ?? 0)]);
    }
    const { groups } = await view({ kind: 'groups', column, sums: ['lots', 'nom'] });
    expect(groups).toHaveLength(wanted.size);
    for (const { value, count, sums } of groups) {
      expect([count, sums[0]]).toEqual(wanted.get(value));
      expect(sums[1]).toBe(0);
    }
    const counts = groups.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it.each(['lots', 'siret', 'part', 'area_m2'])('a histogram of %s', async (column) => {
    const numbers = finite(kept, column);
    const found = await view({ kind: 'histogram', column, bins: 12 });
    expect(found.missing).toBe(kept.length - numbers.length);
    expect(found.bins.length).toBeLessThanOrEqual(12);
    for (const [i, { from, to, count }] of found.bins.entries()) {
      const isLast = i === found.bins.length - 1;
      const inside = numbers.filter((n) => n >= from && (n < to || (isLast && n === to)));
      expect(count).toBe(inside.length);
    }
    expect(found.bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
  });

  it('a scatter of points or, beyond the most, of cells', async () => {
    for (const [x, y] of [
      ['lots', 'siret'],
      ['annee', 'area_m2'],
      ['lots', 'part'],
    ] as const) {
      const numberOf = (column: string) => new Map(finiteRows(kept, column));
      const [xs, ys] = [numberOf(x), numberOf(y)];
      const rows = kept.filter((row) => xs.has(row) && ys.has(row));
      const found = await view({ kind: 'scatter', x, y, cells: 8 });
      expect(found.missing).toBe(kept.length - rows.length);
      expect(found.points === null).toBe(rows.length > MAX_POINTS);
      const wanted = rows.map((row) => ({ row, x: xs.get(row), y: ys.get(row) }));
      if (found.points) expect(found.points).toEqual(wanted);
      expect(found.cells === null).toBe(found.points !== null);
    }
  });

  it('times by year and month', async () => {
    for (const [column, unit, length] of [
      ['jour', 'year', 4],
      ['jour', 'month', 7],
      ['annee', 'year', 4],
    ] as const) {
      const wanted = new Map<string, number>();
      for (const row of kept) {
        const value = cell(column, row);
        if (value === null) continue;
        const period = String(value).slice(0, length);
        wanted.set(period, (wanted.get(period) ?? 0) + 1);
      }
      const found = await view({ kind: 'time', column, unit });
      expect(found.periods).toEqual(
        [...wanted.keys()].sort().map((period) => ({ period, count: wanted.get(period) })),
      );
      const dated = found.periods.reduce((sum, { count }) => sum + count, 0);
      expect(found.missing).toBe(kept.length - dated);
    }
  });
});

it('more points than the most are all counted in cells', async () => {
  const column = 'rang';
  const { fields } = loaded.layer;
  fields.push({ name: column, label: column, type: 'number' });
  loaded.table.columns[column] = all.map((row) => (row % 100 === 99 ? null : row % 37));
  const query = { kind: 'scatter', x: column, y: column, cells: 6 } as const;
  const found = await answers.view({ answer: answer.id, filters: [], query }, work);
  fields.pop();
  if (found.kind !== 'scatter') throw new Error(found.kind);
  expect(found).toMatchObject({ points: null, missing: COUNT / 100 });
  const cells = found.cells ?? [];
  const present = all.filter((row) => row % 100 !== 99).map((row) => row % 37);
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(present.length);
  for (const { x0, x1, y0, y1, count } of cells) {
    expect([x0, x1]).toEqual([y0, y1]);
    expect(count).toBe(present.filter((n) => n >= x0 && n < x1).length);
  }
});

it('no filter sums to the total of the answer', async () => {
  const query: ViewQuery = { kind: 'sums', columns: ['area_m2'] };
  const found = await answers.view({ answer: answer.id, filters: [], query }, work);
  expect(found).toMatchObject({ sums: [{ sum: answer.total }] });
});

it('a distribution counts every row of the layer', () => {
  for (const field of ['lots', 'part', 'nom', null]) {
    const { bins, missing } = distribution(loaded, field, 15);
    const numbers = finite(all, field ?? 'area_m2');
    expect(missing).toBe(COUNT - numbers.length);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
    expect(bins.length).toBeLessThanOrEqual(15);
  }
  expect(() => distribution(loaded, 'prix', 15)).toThrow('essai has no column "prix"');
});

it('what is no time is missing', () => {
  const values = ['2024-13-01', '24', 'hier', 12, 2024.5, true, null, '', '2024', '2024-05'];
  expect(countPeriods(values, 'month')).toEqual({
    periods: [
      { period: '2024', count: 1 },
      { period: '2024-05', count: 1 },
    ],
    missing: 8,
  });
});

function present(value: Value): Value {
  return value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? null : value;
}

function finiteRows(rows: number[], column: string): [row: number, value: number][] {
  const sizes = column === 'area_m2' ? loaded.sizes() : null;
  return rows
    .map((row): [number, unknown] => [row, sizes ? sizes[row] : cell(column, row)])
    .filter((entry): entry is [number, number] => Number.isFinite(entry[1]));
}

function finite(rows: number[], column: string): number[] {
  return finiteRows(rows, column).map(([, value]) => value);
}
