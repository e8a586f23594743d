import type { Value } from '../../domain/feature.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';

/** Up to this many rows a layer is one row group: it is read whole anyway. */
const MAX_SINGLE_GROUP_ROWS = 20_000;
const MAX_GROUP_ROWS = 4096;

/** Runs shorter than this on average would make a footer too long for the groups that it describes. */
const MIN_MEAN_RUN_ROWS = 512;

/**
 * Rows of each row group of a layer's file. A large table is cut into groups of at most 4 096 rows, so that a small
 * extent touches few. When its rows come by the values of a field (parcels by commune), no group holds two values:
 * statistics then tell the one or two groups that hold a value of that field, or a key that begins with it.
 */
export function rowGroupSizes({ geometry, columns }: LayerTable): number[] {
  const rows = geometry.length;
  if (rows <= MAX_SINGLE_GROUP_ROWS) return [rows];
  const runs = Object.values(columns)
    .map(valueRuns)
    .filter((candidate) => candidate !== null)
    .sort((a, b) => a.length - b.length)[0];
  return (runs ?? [rows]).flatMap(cutRun);
}

/** Lengths of the runs of equal values, or null when a value comes back after another or the runs are too few or short. */
function valueRuns(values: readonly Value[]): number[] | null {
  const seen = new Set<Value>();
  const lengths: number[] = [];
  const maxRuns = values.length / MIN_MEAN_RUN_ROWS;
  for (const [row, value] of values.entries()) {
    if (row > 0 && value === values[row - 1]) {
      lengths[lengths.length - 1] = (lengths.at(-1) as number) + 1;
      continue;
    }
    if (seen.has(value) || lengths.length >= maxRuns) return null;
    seen.add(value);
    lengths.push(1);
  }
  return lengths.length > 1 ? lengths : null;
}

function cutRun(length: number): number[] {
  const pieces = Math.ceil(length / MAX_GROUP_ROWS);
  return Array.from({ length: pieces }, (_, piece) => {
    return Math.floor(((piece + 1) * length) / pieces) - Math.floor((piece * length) / pieces);
  });
}
