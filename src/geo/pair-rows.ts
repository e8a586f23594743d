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
 * Every pair of rows that meets a relation, ascending by a then b: of `job.rows` and `job.bRows`, each pair on its own
 * (so that `overlap` measures what row a has in common with that one row of b, and shares it by row a's size).
 * `dWithin` measures the distance. Rows without geometry are in no pair; a layer joined to itself pairs each row with
 * itself too.
 * Runs in steps of some 25 ms: each yields how many rows of a are done, so that the caller reports, lets messages in,
 * and drops the generator to cancel.
 * Cost: see `siftRows`, then the exact test of the pairs along b's borders; 16 bytes a pair found.
 */
export function* pairRows(job: RelateJob): Generator<number, Pairs> {
  const { a, rows, b, bRows } = job;
  const reach = reachOf(job);
  const test = createTest(job);
  const measureAround = aroundMeasure(job);
  const found = createFound(a.column.length);
  const crowded: number[] = [];
  const visit: Visit = (row, near, around) => {
    if (near === null) {
      crowded.push(row);
      return;
    }
    startRow(found, row);
    for (const other of near) addPair(found, other, test(row, other));
    for (const other of around) addPair(found, other, measureAround(row));
    endRow(found, row);
  };
  yield* siftRows({ a, rows, b, bRows, reach }, visit);
  const counts = createRowMask(bRows, b.column.length);
  let stepStart = performance.now();
  for (const row of crowded) {
    startRow(found, row);
    for (const other of rowsInReach(a, row, b, reach)) {
      if (counts === null || counts[other] === 1) addPair(found, other, test(row, other));
      if (performance.now() - stepStart < STEP_MS) continue;
      yield rows.length - crowded.length;
      stepStart = performance.now();
    }
    endRow(found, row);
  }
  return inOrder(found, rows, job.kind === 'dWithin' || job.kind === 'overlap');
}

/** Time after which a step ends, in milliseconds. */
const STEP_MS = 25;

/** Pairs as they are found, those of one row of a together. */
interface Found {
  /** For each row of a, where its pairs start and end. */
  starts: Uint32Array;
  ends: Uint32Array;
  b: number[];
  measure: number[];
}

function createFound(length: number): Found {
  return { starts: new Uint32Array(length), ends: new Uint32Array(length), b: [], measure: [] };
}

function startRow(found: Found, row: number): void {
  found.starts[row] = found.b.length;
}

function addPair(found: Found, other: number, measure: number | null): void {
  if (measure === null) return;
  found.b.push(other);
  found.measure.push(measure);
}

function endRow(found: Found, row: number): void {
  found.ends[row] = found.b.length;
}

/** The pairs ascending by a then b. */
function inOrder(
  { starts, ends, b, measure }: Found,
  rows: Uint32Array,
  isMeasured: boolean,
): Pairs {
  const pairs: Pairs = {
    a: new Uint32Array(b.length),
    b: new Uint32Array(b.length),
    measure: isMeasured ? new Float64Array(b.length) : null,
  };
  let at = 0;
  for (const row of rows) {
    const order = Uint32Array.from(
      { length: ends[row]! - starts[row]! },
      (_, i) => starts[row]! + i,
    );
    for (const i of order.sort((one, other) => b[one]! - b[other]!)) {
      pairs.a[at] = row;
      pairs.b[at] = b[i]!;
      if (pairs.measure !== null) pairs.measure[at] = measure[i]!;
      at++;
    }
  }
  return pairs;
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
