import type { LayerMeta } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { diffTables } from '../versions/diff-tables.ts';
import type { PublishedLayer } from './validate/rule.ts';

/** What a layer changes in the version before, null for a new one. Its `to` is empty until the layer is encoded. */
export function compareLayer(
  before: PublishedLayer | null,
  meta: LayerMeta,
  table: LayerTable,
): LayerDiff | null {
  if (!before) return null;
  return diffTables({ layer: meta.id, from: before, to: { version: '', meta, table } });
}
