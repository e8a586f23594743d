import type { Value } from '../domain/feature.ts';
import type { ChangedRow, LayerDiff } from '../domain/layer-diff.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { compareFields } from './changed-fields.ts';
import { matchRows } from './match-rows.ts';
import { movedPairs } from './moved-pairs.ts';

/** One version of a layer's rows. */
export interface VersionTable {
  version: string;
  table: LayerTable;
}

/** What is to be compared. */
export interface DiffRequest {
  layer: string;
  /** Field that rows are matched by: the key of the later version. */
  key: string;
  from: VersionTable;
  to: VersionTable;
}

/**
 * What differs between two versions of a layer. A geometry has changed when its vertices are elsewhere by more than a
 * millimetre and the two are not the same set of points; a row whose key is null or repeated is added or removed. So
 * `added + changed + unchanged` are the rows of `to`, and `removed + changed + unchanged` those of `from`. Rows come in the
 * order of their file. Cost: about a second for twice 300 000 polygons with seven fields.
 */
export function diffTables({ layer, key, from, to }: DiffRequest): LayerDiff {
  const [before, after] = [from.table, to.table];
  const [keysBefore, keysAfter] = [before.columns[key], after.columns[key]];
  const fields = compareFields(before.columns, after.columns);
  const about = {
    layer,
    key,
    from: from.version,
    to: to.version,
    fieldsAdded: fields.added,
    fieldsRemoved: fields.removed,
    fieldsRetyped: fields.retyped,
  };
  if (!keysBefore || !keysAfter) {
    const added = allRows(after, keysAfter);
    const removed = allRows(before, keysBefore);
    return { ...about, fault: 'no-common-key', added, removed, changed: [], unchanged: 0 };
  }
  const match = matchRows(keysBefore, keysAfter);
  const isMoved = movedPairs(before.geometry, match.before, after.geometry, match.after);
  const changed: ChangedRow[] = [];
  match.after.forEach((rowAfter, pair) => {
    const rowBefore = match.before[pair]!;
    const differing = fields.differing(rowBefore, rowAfter);
    if (!isMoved[pair] && differing.length === 0) return;
    const isElsewhere = isMoved[pair] === 1;
    const text = keyText(keysAfter, rowAfter);
    changed.push({ key: text, rowBefore, rowAfter, isMoved: isElsewhere, fields: differing });
  });
  return {
    ...about,
    added: match.added.map((row) => ({ key: keyText(keysAfter, row), row })),
    removed: match.removed.map((row) => ({ key: keyText(keysBefore, row), row })),
    changed,
    unchanged: match.after.length - changed.length,
  };
}

function allRows({ geometry }: LayerTable, keys: Value[] | undefined): LayerDiff['added'] {
  return Array.from({ length: geometry.length }, (_, row) => ({ key: keyText(keys, row), row }));
}

function keyText(keys: readonly Value[] | undefined, row: number): string {
  return String(keys?.[row] ?? '');
}
