import { describe, expect, it } from 'vitest';
import { groupedLines, plainLines, type TableLines } from '../../../src/ui/table/row-blocks.ts';
import { cellAfter } from '../../../src/ui/table/use-grid-focus.ts';

const GROUPS = [
  { value: 'U', count: 3, sums: [] },
  { value: null, count: 2, sums: [] },
  { value: 'N', count: 1, sums: [] },
];

describe('the lines of a table', () => {
  it('are the rows of an answer that is not grouped', () => {
    expect(said(plainLines(2))).toEqual([':0', ':1']);
  });

  it('are the heads of groups while all are closed', () => {
    expect(said(groupedLines('zone', GROUPS, []))).toEqual(['U-', 'null-', 'N-']);
  });

  it('have the rows of an open group under its head, the empty value too', () => {
    const lines = groupedLines('zone', GROUPS, [null, 'N']);
    expect(said(lines)).toEqual(['U-', 'null+', 'null:0', 'null:1', 'N+', 'N:0']);
    const row = lines.lineAt(3);
    expect(row.kind === 'row' && row.block.filters).toEqual([
      { kind: 'among', column: 'zone', values: [null] },
    ]);
  });

  it('of an answer without rows are none', () => {
    expect(groupedLines('zone', [], ['U']).length).toBe(0);
  });
});

describe('the focus of the grid', () => {
  const size = { lines: 300_000, columns: 5, page: 10 };
  const press = (key: string, line: number, column: number, ctrlKey = false) =>
    cellAfter({ key, ctrlKey, altKey: false }, { line, column }, size);

  it('goes by cells, by pages and to the ends', () => {
    expect(press('ArrowDown', -1, 2)).toEqual({ line: 0, column: 2 });
    expect(press('PageDown', 4, 2)).toEqual({ line: 14, column: 2 });
    expect(press('End', 4, 2)).toEqual({ line: 4, column: 4 });
    expect(press('End', 4, 2, true)).toEqual({ line: 299_999, column: 4 });
    expect(press('Home', 4, 2, true)).toEqual({ line: 0, column: 0 });
  });

  it('stays within the grid, its headings included', () => {
    expect(press('ArrowUp', -1, 0)).toEqual({ line: -1, column: 0 });
    expect(press('ArrowLeft', 3, 0)).toEqual({ line: 3, column: 0 });
    expect(press('PageDown', 299_995, 0)).toEqual({ line: 299_999, column: 0 });
  });

  it('leaves other keys to whom they belong', () => {
    expect(press('a', 3, 0)).toBeNull();
    expect(
      cellAfter({ key: 'ArrowDown', ctrlKey: false, altKey: true }, { line: 3, column: 0 }, size),
    ).toBeNull();
  });
});

function said(lines: TableLines): string[] {
  return Array.from({ length: lines.length }, (_, index) => {
    const line = lines.lineAt(index);
    if (line.kind === 'group') return `${line.group.value}${line.isOpen ? '+' : '-'}`;
    return `${line.block.key.split(' ').slice(1).join(' ')}:${line.offset}`;
  });
}
