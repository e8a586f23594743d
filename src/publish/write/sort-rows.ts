import { isInseeCode } from '../../domain/commune.ts';
import type { Value } from '../../domain/feature.ts';
import { selectRows } from '../../geo/select-rows.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import { hilbertOrder } from './hilbert-order.ts';
import { MAX_SINGLE_GROUP_ROWS } from './row-group-sizes.ts';

/**
 * A table with its rows in the order of the file to come: along a Hilbert curve (`hilbertOrder`). Where a large one tells the
 * commune of each row, those of a commune stay together, the communes as the curve meets them, so that few row groups
 * hold a commune.
 */
export function sortRows(table: LayerTable): LayerTable {
  const order = byCommune(table, hilbertOrder(table.geometry));
  const columns = Object.entries(table.columns).map(([name, values]): [string, Value[]] => [
    name,
    Array.from(order, (row) => values[row] ?? null),
  ]);
  return { geometry: selectRows(table.geometry, order), columns: Object.fromEntries(columns) };
}

function byCommune({ columns }: LayerTable, order: Uint32Array): Uint32Array {
  if (order.length <= MAX_SINGLE_GROUP_ROWS) return order;
  for (const values of Object.values(columns)) {
    const counts = communeCounts(values, order);
    if (counts) return gather(values, order, counts);
  }
  return order;
}

/** Rows in the order given, but for those of one value, which stay together where the first of them was. */
function gather(
  values: readonly Value[],
  order: Uint32Array,
  counts: ReadonlyMap<Value | undefined, number>,
): Uint32Array {
  const next = new Map<Value | undefined, number>();
  let start = 0;
  for (const [value, count] of counts) {
    next.set(value, start);
    start += count;
  }
  const gathered = new Uint32Array(order.length);
  for (const row of order) {
    const at = next.get(values[row]) as number;
    gathered[at] = row;
    next.set(values[row], at + 1);
  }
  return gathered;
}

/**
 * The codes of communes in a column with their rows, in the order in which one comes to them; null where it holds other things,
 * where rows that follow each other seldom share one (the commune of an owner's address), or where communes have few rows.
 */
function communeCounts(
  values: readonly Value[],
  order: Uint32Array,
): Map<Value | undefined, number> | null {
  const counts = new Map<Value | undefined, number>();
  let runs = 0;
  let last: Value | undefined;
  for (const row of order) {
    const value = values[row];
    const count = counts.get(value) ?? 0;
    if (count === 0 && !isInseeCode(String(value))) return null;
    counts.set(value, count + 1);
    if (value !== last) runs++;
    last = value;
  }
  const isCompact = runs * MIN_RUN_ROWS <= order.length;
  return isCompact && counts.size * MIN_COMMUNE_ROWS <= order.length ? counts : null;
}

/** Rows of one commune that follow each other along the curve, on average, when the column tells where rows lie. */
const MIN_RUN_ROWS = 8;

/** Rows of a commune on average, below which row groups of communes would be too short (`rowGroupSizes`). */
const MIN_COMMUNE_ROWS = 512;
