import type { Value } from '../../domain/feature.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';

/** Up to so many rows and vertices a layer is one row group: it is read whole anyway. */
export const MAX_SINGLE_GROUP_ROWS = 20_000;
const MAX_SINGLE_GROUP_VERTICES = 500_000;

const MAX_GROUP_ROWS = 4096;
const MEAN_GROUP_VERTICES = 65_536;

/** Runs shorter than this on average would make a footer too long for the groups that it describes. */
const MIN_MEAN_RUN_ROWS = 512;

/**
 * Rows of each row group of a layer's file. A large table is cut into groups of at most 4 096 rows and of about 65 000 vertices
 * at most, so that a small extent touches few. When its rows come by the values of a field (parcels by commune), no group holds two values:
 * statistics then tell the one or two groups that hold a value of that field, or a key that begins with it.
 */
export function rowGroupSizes({ geometry, columns }: LayerTable): number[] {
  const rows = geometry.length;
  const vertices = geometry.xy.length / 2;
  if (rows <= MAX_SINGLE_GROUP_ROWS && vertices <= MAX_SINGLE_GROUP_VERTICES) return [rows];
  const maxRows = Math.min(MAX_GROUP_ROWS, Math.ceil((MEAN_GROUP_VERTICES * rows) / vertices));
  const runs = Object.values(columns)
    .map(valueRuns)
    .filter((candidate) => candidate !== null)
    .sort((a, b) => a.length - b.length)[0];
  return (runs ?? [rows]).flatMap((length) => cutRun(length, maxRows));
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

function cutRun(length: number, maxRows: number): number[] {
  const pieces = Math.ceil(length / maxRows);
  return Array.from({ length: pieces }, (_, piece) => {
    return Math.floor(((piece + 1) * length) / pieces) - Math.floor((piece * length) / pieces);
  });
}
