import { squaredDistance } from './distance.ts';
import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';
import { overlap, rowSize } from './overlap.ts';
import { PREDICATES, type PredicateKind } from './predicates.ts';
import { createRowMask } from './row-mask.ts';
import { rowsInReach, SEARCH_MARGIN_M } from './rows-in-reach.ts';
import { siftRows, type Visit } from './sift-rows.ts';
import { within } from './within.ts';

/**
 * A spatial relation to be tested for many rows. Both sides are in the same metric CRS.
 * - a `PredicateKind`: the predicate of that name, with at least one row of b;
 * - `dWithin`: at most `distance` metres from one row of b; when `bare`, only whether, which is told several times faster;
 * - `overlap`: the union of b's polygons covers at least `minShare` (0 to 1) of the row's area or length; at
 *   `minShare` 0, anything more than a border (see `BORDER_WIDTH_M`, by which other shares are lenient too).
 */
export type RelateJob = {
  a: Side;
  /** Rows of a to be tested, ascending. */
  rows: Uint32Array;
  b: Side;
  /** Rows of b that count, in any order; null for all. */
  bRows: Uint32Array | null;
  /** For each row of a, the row of b that it is itself, which does not count for it; absent when b is another layer. */
  own?: Uint32Array;
} & (
  | { kind: PredicateKind }
  | { kind: 'dWithin'; distance: number; bare?: boolean }
  | { kind: 'overlap'; minShare: number }
);

/** The rows that meet a relation, and by how much. */
export interface RelateResult {
  /** Rows of a, ascending. */
  matched: Uint32Array;
  /**
   * For each of them: the distance to the nearest row of b in m (`dWithin`), the area in m² or length in m covered
   * (`overlap`); null for the other kinds, and where it was not asked for.
   */
  measure: Float64Array | null;
}

/**
 * The rows of a that meet a relation to b, tested in steps of some 25 ms: each yields how many rows are done, so that the
 * caller reports, lets messages in, and drops the generator to cancel. Rows without geometry never match; a layer related
 * to itself finds each row in itself, unless `own` tells which that is.
 * Cost: see `siftRows`, then the relation's exact test of the rows along b's borders.
 */
export function* relateRows(job: RelateJob): Generator<number, RelateResult> {
  const { a, rows, b, bRows } = job;
  const reach = job.kind === 'dWithin' ? job.distance : 0;
  const counts = createRowMask(bRows, b.column.length);
  const near = job.kind === 'dWithin' && job.bare ? createNearTest(job, job.distance) : null;
  const measureOf = job.own
    ? createOwnTest(job, job.own, counts ?? new Uint8Array(b.column.length).fill(1), near)
    : createTest(job, counts, near);
  const values = new Float64Array(a.column.length).fill(Number.NaN);
  let count = 0;
  const visit: Visit = (row, near, around) => {
    const value = measureOf(row, near, around);
    if (value === null) return;
    values[row] = value;
    count++;
  };
  const isDecided = (row: number) => {
    if (!near?.isNearLast(row)) return false;
    values[row] = 0;
    count++;
    return true;
  };
  yield* siftRows({ a, rows, b, bRows, reach, isDecided }, visit);
  const matched = new Uint32Array(count);
  const measure = new Float64Array(count);
  let at = 0;
  for (const row of rows) {
    if (Number.isNaN(values[row])) continue;
    matched[at] = row;
    measure[at++] = values[row]!;
  }
  const isMeasured = job.kind === 'overlap' || (job.kind === 'dWithin' && !job.bare);
  return { matched, measure: isMeasured ? measure : null };
}

/** What a row measures (0 where nothing is measured), or null when it does not match. See `Visit`. */
type RowTest = (
  row: number,
  near: readonly number[] | null,
  around: readonly number[],
) => number | null;

/** The test of rows that must not be met by themselves: each stops counting while it is tested. */
function createOwnTest(
  job: RelateJob,
  own: Uint32Array,
  counts: Uint8Array,
  near: NearTest | null,
): RowTest {
  const test = createTest(job, counts, near);
  return (row, near, around) => {
    const self = own[row]!;
    const counted = counts[self]!;
    counts[self] = 0;
    const value = test(row, near === null ? null : near.filter((other) => other !== self), around);
    counts[self] = counted;
    return value;
  };
}

function createTest(job: RelateJob, counts: Uint8Array | null, nearTest: NearTest | null): RowTest {
  const { a, b } = job;
  const search = (row: number, near: readonly number[] | null) =>
    near ?? countedRows(a, row, b, counts, 0);
  switch (job.kind) {
    case 'intersects':
      return (row, near, around) =>
        around.length > 0 || search(row, near).some((other) => intersects(a, row, b, other))
          ? 0
          : null;
    case 'within':
      return (row, near, around) =>
        around.length > 0 || search(row, near).some((other) => within(a, row, b, other)) ? 0 : null;
    case 'contains':
    case 'touches':
    case 'crosses':
    case 'overlaps':
    case 'equals': {
      const predicate = PREDICATES[job.kind];
      return (row, near) =>
        search(row, near).some((other) => predicate(a, row, b, other)) ? 0 : null;
    }
    case 'dWithin':
      if (nearTest) return nearTest.test(counts);
      return (row, near, around) => {
        if (around.length > 0) return 0;
        if (near === null) return nearestDistance(a, row, b, counts, job.distance);
        return leastDistance(a, row, b, near, job.distance);
      };
    case 'overlap':
      return (row, near, around) => {
        const { size, tolerance } = rowSize(a, row);
        const covered = around.length > 0 ? size : overlap(a, row, b, search(row, near));
        return covered === 0 || covered + tolerance < job.minShare * size ? null : covered;
      };
  }
}

/** Whether another row is within the limit: the first pair of edges that is near enough decides. */
interface NearTest {
  test(counts: Uint8Array | null): RowTest;
  /** Whether the row of b found last is near this one too, as it mostly is of neighbours: no row of b need be looked up. */
  isNearLast(row: number): boolean;
}

function createNearTest({ a, b, own }: RelateJob, limit: number): NearTest {
  const square = limit * limit;
  let last = -1;
  const isNear = (row: number, other: number | null) => {
    if (other === null || squaredDistance(a, row, b, other, square, square) === Infinity)
      return false;
    last = other;
    return true;
  };
  return {
    test: (counts) => (row, near, around) => {
      if (around.length > 0) return 0;
      if (near !== null) return near.some((other) => isNear(row, other)) ? 0 : null;
      if (isNear(row, nearestBoxRow(a, row, b, counts, limit))) return 0;
      return countedRows(a, row, b, counts, limit).some((other) => isNear(row, other)) ? 0 : null;
    },
    isNearLast: (row) => last >= 0 && last !== own?.[row] && isNear(row, last),
  };
}

/** The distance to the nearest of some rows, null when none is within the limit. */
function leastDistance(
  a: Side,
  row: number,
  b: Side,
  near: readonly number[],
  limit: number,
): number | null {
  let best = limit * limit;
  let isFound = false;
  for (const other of near) {
    const square = squaredDistance(a, row, b, other, best, 0);
    if (square === Infinity) continue;
    isFound = true;
    best = square;
    if (best === 0) break;
  }
  return isFound ? Math.sqrt(best) : null;
}

function countedRows(
  a: Side,
  row: number,
  b: Side,
  counts: Uint8Array | null,
  reach: number,
): number[] {
  const rows = Array.from(rowsInReach(a, row, b, reach));
  return counts === null ? rows : rows.filter((other) => counts[other] === 1);
}

/** The row whose box is nearest goes first: what it leaves of the reach spares most of the others. */
function nearestDistance(
  a: Side,
  row: number,
  b: Side,
  counts: Uint8Array | null,
  limit: number,
): number | null {
  const first = nearestBoxRow(a, row, b, counts, limit);
  if (first === null) return null;
  let best = squaredDistance(a, row, b, first, limit * limit, 0);
  if (best === 0) return 0;
  const reach = Math.min(limit, Math.sqrt(best));
  for (const other of countedRows(a, row, b, counts, reach)) {
    if (other === first) continue;
    best = Math.min(best, squaredDistance(a, row, b, other, Math.min(best, limit * limit), 0));
    if (best === 0) break;
  }
  return best === Infinity ? null : Math.sqrt(best);
}

/** Row of b whose box is nearest to the middle of row a, of those that may be within the limit of it. */
function nearestBoxRow(
  a: Side,
  row: number,
  b: Side,
  counts: Uint8Array | null,
  limit: number,
): number | null {
  const { boxes } = a.index;
  const at = 4 * row;
  const halfWidth = (boxes[at + 2]! - boxes[at]!) / 2;
  const halfHeight = (boxes[at + 3]! - boxes[at + 1]!) / 2;
  const reach = limit + Math.hypot(halfWidth, halfHeight) + SEARCH_MARGIN_M;
  return b.index.nearestRow(boxes[at]! + halfWidth, boxes[at + 1]! + halfHeight, reach, counts);
}
