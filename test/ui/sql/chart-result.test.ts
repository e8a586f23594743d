import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { RowSource } from '../../../src/state/effects.ts';
import { chartResult, firstChoice, type ResultColumn } from '../../../src/ui/sql/chart-result.ts';

const COLUMNS: ResultColumn[] = [
  { name: 'commune', type: 'text' },
  { name: 'part', type: 'number' },
  { name: 'lots', type: 'integer' },
];

function source(rows: Value[][]): RowSource {
  return {
    columns: COLUMNS.map(({ name }) => name),
    length: rows.length,
    rowAt: (row) => rows[row] as Value[],
    valueAt: (row, column) => rows[row]?.[column] ?? null,
  };
}

describe('the figure of a result', () => {
  it('is of the first texts and numbers that there are', () => {
    const [commune, part, lots] = COLUMNS as [ResultColumn, ResultColumn, ResultColumn];
    expect(firstChoice([part, commune])).toEqual({ kind: 'bars', category: 1, amount: 0 });
    expect(firstChoice([lots])).toEqual({ kind: 'histogram', x: 0 });
    expect(firstChoice([lots, part])).toEqual({ kind: 'points', x: 0, y: 1 });
    expect(firstChoice([{ name: 'geom', type: 'geometry' }])).toBeNull();
  });

  it('adds up bars of one name', () => {
    const rows = source([
      ['Béthune', 0.5, 2],
      ['Bruay', 0.25, 1],
      ['Béthune', 0.5, null],
    ]);
    const { spec, missing } = chartResult(rows, COLUMNS, { kind: 'bars', category: 0, amount: 2 });
    expect(missing).toBe(1);
    expect(spec).toMatchObject({
      bars: [
        { value: 'Béthune', amount: 2 },
        { value: 'Bruay', amount: 1 },
      ],
    });
  });

  it('has limits without the traces of sums, and no class above the largest value', () => {
    const rows = source(Array.from({ length: 11 }, (_, i) => ['x', i / 10, i]));
    const { spec } = chartResult(rows, COLUMNS, { kind: 'histogram', x: 1 });
    if (spec.kind !== 'histogram') throw new Error(spec.kind);
    expect(spec.bins.map(({ from }) => String(from).length).every((size) => size <= 4)).toBe(true);
    expect(spec.bins.at(-1)).toMatchObject({ to: 1, count: 1 });
    expect(spec.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(11);
  });

  it.each([
    { kind: 'bars', category: 0, amount: 1 },
    { kind: 'histogram', x: 1 },
    { kind: 'points', x: 1, y: 2 },
  ] as const)('counts what is infinite, or no number, as missing: %s', (choice) => {
    const parts = [Infinity, -Infinity, Number.NaN, null, 1, 2];
    const rows = source(parts.map((part) => ['x', part, 1]));
    expect(chartResult(rows, COLUMNS, choice).missing).toBe(4);
  });

  it('counts each of very many points in one cell', () => {
    const rows = source(Array.from({ length: 6000 }, (_, i) => ['x', i / 7, i % 10]));
    const { spec } = chartResult(rows, COLUMNS, { kind: 'points', x: 1, y: 2 });
    if (spec.kind !== 'cells') throw new Error(spec.kind);
    expect(spec.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(6000);
  });
});
