import type { Value } from '../../domain/feature.ts';
import { selectRows } from '../../geo/select-rows.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import { hilbertOrder } from './hilbert-order.ts';

/** A table with its rows in the order of the file to come, along a Hilbert curve (`hilbertOrder`). */
export function sortRows(table: LayerTable): LayerTable {
  const order = hilbertOrder(table.geometry);
  const columns = Object.entries(table.columns).map(([name, values]): [string, Value[]] => [
    name,
    Array.from(order, (row) => values[row] ?? null),
  ]);
  return { geometry: selectRows(table.geometry, order), columns: Object.fromEntries(columns) };
}
