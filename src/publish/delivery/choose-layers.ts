import { AppError } from '../../domain/errors.ts';
import type { SourceTable } from '../read/source.ts';
import { FAMILY_SUFFIXES } from '../read/split-families.ts';
import type { Delivery } from './delivery.ts';

/**
 * The delivery with the layers of the one table asked for, of all for null: the others stay what it is joined to and
 * held against.
 * @throws {AppError} `source-unreadable`, reason `no-such-table` with the `names` there are.
 */
export function chooseLayers(
  delivery: Delivery,
  tables: readonly SourceTable[],
  table: string | null,
): Delivery {
  if (table === null) return delivery;
  const layers = delivery.layers.filter(({ source }) => isTable(source.name, table));
  if (layers.length > 0) return { ...delivery, layers };
  const names = tables.map(({ name }) => name).join(', ');
  const context = { reason: 'no-such-table', table, names };
  throw new AppError('source-unreadable', `no table ${table}`, context);
}

/** Whether a table has a name, or is one of the families that the table of that name was split into. */
function isTable(name: string, wanted: string): boolean {
  const [own, other] = [name.toLowerCase(), wanted.toLowerCase()];
  return own === other || FAMILY_SUFFIXES.some((suffix) => own === other + suffix);
}

/**
 * Nothing, where an id that somebody gave can be that of the delivery's only layer, or none was given.
 * @throws {AppError} `source-unreadable`, reason `several-tables` with the `names` of the tables.
 */
export function checkOneLayer({ layers, files }: Delivery, id: string | undefined): void {
  if (!id || layers.length <= 1) return;
  const names = layers.map(({ source }) => source.name).join(', ');
  const context = { source: files[0] ?? '', reason: 'several-tables', id, names };
  throw new AppError('source-unreadable', `${layers.length} layers for one id`, context);
}
