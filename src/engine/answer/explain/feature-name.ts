import type { LoadedRows } from '../../loaded-rows.ts';

/** The key of a row of a layer, and its title: the key too where it has none. */
export function featureName(
  { layer, table }: LoadedRows,
  row: number,
): { key: string; title: string } {
  const key = String(table.columns[layer.key]?.[row] ?? '');
  return { key, title: String(table.columns[layer.titleField]?.[row] || key) };
}
