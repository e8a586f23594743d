import { squaredDistance } from './distance.ts';
import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';
import { overlap, rowSize } from './overlap.ts';
import { within } from './within.ts';

/**
 * A spatial relation to be tested for many rows. Both sides are in the same metric CRS.
 * - `intersects`, `within`: the predicates of those names, with at least one row of b;
 * - `dWithin`: at most `distance` metres from one row of b;
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
} & (
  | { kind: 'intersects' | 'within' }
  | { kind: 'dWithin'; distance: number }
  | { kind: 'overlap'; minShare: number }
);

/** The rows that meet a relation, and by how much. */
export interface RelateResult {
  /** Rows of a, ascending. */
  matched: Uint32Array;
  /**
   * For each of them: the distance to the nearest row of b in m (`dWithin`), the area in m² or length in m covered
   * (`overlap`); null for the other kinds.
   */
  measure: Float64Array | null;
}

/** Rows tested between two steps of `relateRows`, at most. */
export const STEP_ROWS = 500;
/** Time after which a step ends with the row at hand. */
const STEP_MS = 30;
/** Leeway of a search by box, which must not miss a row by rounding; the exact test decides. */
const SEARCH_MARGIN_M = 1e-6;

/**
 * The rows of a that meet a relation to b, tested in steps of at most `STEP_ROWS` rows, and of some 30 ms where rows are
 * heavy: each step yields the rows done so far, so that the caller reports, lets messages in, and drops the generator
 * to cancel. Rows without geometry never match; a
 * layer related to itself finds each row in itself.
 * Cost: one search of b's boxes for each row, then its predicate for each box met.
 */
export function* relateRows(job: RelateJob): Generator<number, RelateResult> {
  const measureOf = createTest(job);
  const matched: number[] = [];
  const measure: number[] = [];
  let stepStart = performance.now();
  let stepRows = 0;
  for (let i = 0; i < job.rows.length; i++) {
    const row = job.rows[i]!;
    const value = measureOf(row);
    if (value !== null) {
      matched.push(row);
      measure.push(value);
    }
    stepRows++;
    if (stepRows < STEP_ROWS && performance.now() - stepStart < STEP_MS) continue;
    yield i + 1;
    stepStart = performance.now();
    stepRows = 0;
  }
  const isMeasured = job.kind === 'dWithin' || job.kind === 'overlap';
  return {
    matched: Uint32Array.from(matched),
    measure: isMeasured ? Float64Array.from(measure) : null,
  };
}

/** What a row measures (0 where nothing is measured), or null when it does not match. */
type RowTest = (row: number) => number | null;

function createTest(job: RelateJob): RowTest {
  const { a, b } = job;
  const counts = job.bRows === null ? null : createMask(job.bRows, b.column.length);
  switch (job.kind) {
    case 'intersects':
      return (row) =>
        rowsInReach(a, row, b, counts, 0).some((other) => intersects(a, row, b, other)) ? 0 : null;
    case 'within':
      return (row) =>
        rowsInReach(a, row, b, counts, 0).some((other) => within(a, row, b, other)) ? 0 : null;
    case 'dWithin':
      return (row) => nearestDistance(a, row, b, counts, job.distance);
    case 'overlap':
      return (row) => sharedMeasure(a, row, b, counts, job.minShare);
  }
}

function createMask(rows: Uint32Array, length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (const row of rows) mask[row] = 1;
  return mask;
}

function rowsInReach(
  a: Side,
  row: number,
  b: Side,
  counts: Uint8Array | null,
  reach: number,
): number[] {
  const { boxes } = a.index;
  const at = 4 * row;
  const margin = reach + SEARCH_MARGIN_M;
  const rows = b.index.searchRows(
    boxes[at]! - margin,
    boxes[at + 1]! - margin,
    boxes[at + 2]! + margin,
    boxes[at + 3]! + margin,
  );
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
  for (const other of rowsInReach(a, row, b, counts, reach)) {
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

function sharedMeasure(
  a: Side,
  row: number,
  b: Side,
  counts: Uint8Array | null,
  minShare: number,
): number | null {
  const shared = overlap(a, row, b, counts);
  if (shared === 0) return null;
  if (minShare === 0) return shared;
  const { size, tolerance } = rowSize(a, row);
  return shared + tolerance >= minShare * size ? shared : null;
}
