import { squaredDistance } from './distance.ts';
import { overlap, rowSize } from './overlap.ts';
import { PREDICATES } from './predicates.ts';
import type { RelateJob } from './relate-rows.ts';
import { createRowMask } from './row-mask.ts';
import { rowsInReach } from './rows-in-reach.ts';
import { siftRows, type Visit } from './sift-rows.ts';

/** Pairs of rows, as columns of equal length. */
export interface Pairs {
  a: Uint32Array;
  b: Uint32Array;
  /** For each pair: the distance in m, or the area in m² or length in m in common; null where nothing is measured. */
  measure: Float64Array | null;
}

/**
 * Every pair of rows that meets a relation, ascending by a then b: of `job.rows` and `job.bRows`, each pair on its own (so
 * that `overlap` measures what row a has in common with that one row of b, and shares it by row a's size). `dWithin` measures the
 * distance. Rows without geometry are in no pair; a layer joined to itself pairs each row with itself too.
 * Runs in steps of some 25 ms: each yields how many rows of a are done, so that the caller reports, lets messages in, and
 * drops the generator to cancel.
 * Cost: see `siftRows`, then the exact test of the pairs along b's borders; 16 bytes a pair found.
 */
export function* pairRows(job: RelateJob): Generator<number, Pairs> {
  const { a, rows, b, bRows } = job;
  const counts = createRowMask(bRows, b.column.length);
  const test = createTest(job);
  const measureAround = aroundMeasure(job);
  const found: Found = { a: [], b: [], measure: [] };
  const visit: Visit = (row, near, around) => {
    const others = near ?? rowsInReach(a, row, b, reachOf(job));
    for (const other of others) {
      if (near === null && counts !== null && counts[other] === 0) continue;
      addPair(found, row, other, test(row, other));
    }
    for (const other of around) addPair(found, row, other, measureAround(row));
  };
  yield* siftRows({ a, rows, b, bRows, reach: reachOf(job) }, visit);
  const isMeasured = job.kind === 'dWithin' || job.kind === 'overlap';
  return sortPairs(found, isMeasured);
}

interface Found {
  a: number[];
  b: number[];
  measure: number[];
}

function addPair(found: Found, a: number, b: number, measure: number | null): void {
  if (measure === null) return;
  found.a.push(a);
  found.b.push(b);
  found.measure.push(measure);
}

function sortPairs({ a, b, measure }: Found, isMeasured: boolean): Pairs {
  const order = Uint32Array.from(a.keys()).sort((i, j) => a[i]! - a[j]! || b[i]! - b[j]!);
  return {
    a: order.map((i) => a[i]!),
    b: order.map((i) => b[i]!),
    measure: isMeasured ? Float64Array.from(order, (i) => measure[i]!) : null,
  };
}

function reachOf(job: RelateJob): number {
  return job.kind === 'dWithin' ? job.distance : 0;
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

/** What a row measures with a row of b whose interior holds it, or null when that does not meet the relation. */
function aroundMeasure(job: RelateJob): (row: number) => number | null {
  switch (job.kind) {
    case 'intersects':
    case 'within':
    case 'dWithin':
      return () => 0;
    case 'overlap':
      return (row) => rowSize(job.a, row).size || null;
    default:
      return () => null;
  }
}
