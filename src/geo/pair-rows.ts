import { squaredDistance } from './distance.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import { overlap, rowSize } from './overlap.ts';
import { PREDICATES } from './predicates.ts';
import type { RelateJob } from './relate-rows.ts';
import { rowsInReach } from './rows-in-reach.ts';

/** Pairs of rows, as columns of equal length. */
export interface Pairs {
  a: Uint32Array;
  b: Uint32Array;
  /** For each pair: the distance in m, or the area in m² or length in m in common; null where nothing is measured. */
  measure: Float64Array | null;
}

/** Time after which a step ends, in milliseconds. */
const STEP_MS = 25;
/** Pairs tested between two looks at the clock. */
const CLOCK_PAIRS = 16;

/**
 * Every pair of rows that meets a relation, ascending by a then b: of `job.rows` and `job.bRows`, each pair on its own (so
 * that `overlap` measures what row a has in common with that one row of b, and shares it by row a's size). `dWithin` measures the
 * distance. Rows without geometry are in no pair; a layer joined to itself pairs each row with itself too.
 * Runs in steps of some 25 ms: each yields how many rows of a are done, so that the caller reports, lets messages in, and
 * drops the generator to cancel.
 * Cost: one search of b's boxes for each row of a, then the exact test of each row met; 16 bytes a pair found.
 */
export function* pairRows(job: RelateJob): Generator<number, Pairs> {
  const { a, rows, b, bRows } = job;
  const reach = job.kind === 'dWithin' ? job.distance : 0;
  const counts = bRows === null ? null : createMask(bRows, b.column.length);
  const test = createTest(job);
  const found = { a: [] as number[], b: [] as number[], measure: [] as number[] };
  let stepStart = performance.now();
  let tests = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (a.column.kinds[row] === GEOMETRY_KIND.none) continue;
    for (const other of rowsInReach(a, row, b, reach)) {
      if (counts !== null && counts[other] === 0) continue;
      const value = test(row, other);
      if (value !== null) {
        found.a.push(row);
        found.b.push(other);
        found.measure.push(value);
      }
      if (++tests % CLOCK_PAIRS !== 0 || performance.now() - stepStart < STEP_MS) continue;
      yield i;
      stepStart = performance.now();
    }
  }
  const isMeasured = job.kind === 'dWithin' || job.kind === 'overlap';
  return {
    a: Uint32Array.from(found.a),
    b: Uint32Array.from(found.b),
    measure: isMeasured ? Float64Array.from(found.measure) : null,
  };
}

/** What a pair measures (0 where nothing is measured), or null when it does not meet the relation. */
type PairTest = (row: number, other: number) => number | null;

function createTest(job: RelateJob): PairTest {
  const { a, b } = job;
  if (job.kind === 'dWithin') {
    const limit = job.distance * job.distance;
    return (row, other) => {
      const square = squaredDistance(a, row, b, other, limit, 0);
      return square === Infinity ? null : Math.sqrt(square);
    };
  }
  if (job.kind === 'overlap') {
    return (row, other) => {
      const common = overlap(a, row, b, [other]);
      if (common === 0 || job.minShare === 0) return common === 0 ? null : common;
      const { size, tolerance } = rowSize(a, row);
      return common + tolerance < job.minShare * size ? null : common;
    };
  }
  const predicate = PREDICATES[job.kind];
  return (row, other) => (predicate(a, row, b, other) ? 0 : null);
}

function createMask(rows: Uint32Array, length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (const row of rows) mask[row] = 1;
  return mask;
}
