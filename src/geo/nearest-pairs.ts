import { GEOMETRY_KIND } from './geometry-column.ts';
import { createSide, type Side } from './layer-index.ts';
import { nearestRows } from './nearest-rows.ts';
import type { Pairs } from './pair-rows.ts';
import { selectRows } from './select-rows.ts';

/** For which rows of a the nearest of b are asked. Both sides are in the same metric CRS. */
export interface NearestJob {
  a: Side;
  /** Rows of a, ascending. */
  rows: Uint32Array;
  b: Side;
  /** Rows of b that count, ascending; null for all. */
  bRows: Uint32Array | null;
  /** How many rows of b are wanted for each row of a. */
  count: number;
  /** Rows farther than this, in m, do not count; may be Infinity. */
  reach: number;
}

/** Time after which a step ends, in milliseconds. */
const STEP_MS = 25;

/**
 * For each row of a its nearest rows of b with their distances in m, as `nearestRows` gives them: ascending by a, then
 * nearest first. Rows of a without geometry are in no pair. Runs in steps of some 25 ms, as `pairRows` does.
 * Cost: `nearestRows` for each row; where not all of b counts, an index of the rows that do.
 */
export function* nearestPairs(job: NearestJob): Generator<number, Pairs> {
  const { a, rows, bRows, count, reach } = job;
  const b = bRows === null ? job.b : createSide(selectRows(job.b.column, bRows));
  const found = { a: [] as number[], b: [] as number[], measure: [] as number[] };
  let stepStart = performance.now();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (a.column.kinds[row] === GEOMETRY_KIND.none) continue;
    for (const near of nearestRows(a, row, b, count, reach)) {
      found.a.push(row);
      found.b.push(bRows === null ? near.row : bRows[near.row]!);
      found.measure.push(near.metres);
    }
    if (performance.now() - stepStart < STEP_MS) continue;
    yield i + 1;
    stepStart = performance.now();
  }
  return {
    a: Uint32Array.from(found.a),
    b: Uint32Array.from(found.b),
    measure: Float64Array.from(found.measure),
  };
}
