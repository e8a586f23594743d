import type { FileMetaData } from 'hyparquet';
import { expect, it } from 'vitest';
import { columnBounds } from '../../src/loaders/row-groups.ts';

/** A footer of one row group of ten rows, with these statistics of its column `a`. */
function footer(statistics: Record<string, unknown>): FileMetaData {
  const columns = [{ meta_data: { path_in_schema: ['a'], statistics } }];
  return { row_groups: [{ num_rows: 10n, columns }] } as unknown as FileMetaData;
}

it.each([
  ['numbers of 64 bits are numbers', { min_value: 2n, max_value: 9n, null_count: 3n }, [2, 9, 3]],
  ['what the file does not say is unknown', {}, [null, null, null]],
  [
    'text cut outward holds what lies between',
    { min_value: 'Béthune', max_value: 'Béu', null_count: 0n },
    ['Béthune', 'Béu', 0],
  ],
  [
    'a least text cut within a character may be above what it was cut from',
    { min_value: 'caf\ufffd', max_value: 'zut', null_count: 0n },
    [null, null, 0],
  ],
  [
    'a year of five digits is text below all others',
    { min_value: '2019-01-01', max_value: '+020205-01-01', null_count: 0n },
    [null, null, 0],
  ],
  [
    'what is no number bounds nothing',
    { min_value: Number.NaN, max_value: 4, null_count: 0n },
    [null, null, 0],
  ],
] as const)('bounds of a column: %s', (_, statistics, [min, max, nulls]) => {
  expect(columnBounds(footer(statistics), 'a')).toEqual([{ min, max, nulls }]);
});
