import { AppError } from '../../domain/errors.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import { GENERATED_KEY, isUnique } from './find-key.ts';

/**
 * The table with the column of its key, which is made where it is one that is to be made: its rows, counted from one.
 * @throws {AppError} `source-unreadable` for another key, reason `key-absent` without such a column, `key-repeated` when
 * its values do not each name one row.
 */
export function withKey(source: string, { key }: LayerMeta, table: LayerTable): LayerTable {
  const isThere = key in table.columns;
  if (!isThere && key === GENERATED_KEY) {
    const numbers = Array.from({ length: table.geometry.length }, (_, row) => row + 1);
    return { ...table, columns: { [GENERATED_KEY]: numbers, ...table.columns } };
  }
  if (isThere && isUnique(table.columns[key])) return table;
  const context = { source, reason: isThere ? 'key-repeated' : 'key-absent', field: key };
  throw new AppError('source-unreadable', `${source}: no key in ${key}`, context);
}
