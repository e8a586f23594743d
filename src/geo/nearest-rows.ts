import { squaredDistance } from './distance.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { rowsInReach } from './rows-in-reach.ts';

/** A row and its distance in metres. */
export interface NearRow {
  row: number;
  metres: number;
}

/**
 * The `count` rows of b nearest to row a, at most `reach` metres from it: nearest first, at the same distance the lower
 * row first; fewer when there are no more. Distances are those of `distance`, planar, 0 where rows meet. None for a row
 * without geometry. A layer asked about itself finds the row itself first. `counts` holds 1 for the rows of b that may be found,
 * null for all.
 * Cost: searches of b's boxes in a reach that doubles until it holds the rows wanted; the exact distance of a row met is
 * taken only while its box is nearer than what was found.
 */
export function nearestRows(
  a: Side,
  row: number,
  b: Side,
  count: number,
  reach: number,
  counts: Uint8Array | null = null,
): NearRow[] {
  if (a.column.kinds[row] === GEOMETRY_KIND.none || count < 1) return [];
  const total = b.index.blocks.order.length;
  const found: NearRow[] = [];
  const isSeen = new Set<number>();
  for (
    let radius = Math.min(reach, firstReach(a, row, b, counts));
    ;
    radius = Math.min(2 * radius, reach)
  ) {
    const rows = rowsInReach(a, row, b, radius);
    for (const box of byBoxDistance(a, row, b, rows)) {
      const other = box.row;
      if (found.length === count && byDistance(box, found[count - 1]!) > 0) break;
      if (isSeen.has(other) || (counts !== null && counts[other] !== 1)) continue;
      isSeen.add(other);
      const limit = found.length < count ? reach : found[count - 1]!.metres;
      const square = squaredDistance(a, row, b, other, limit * limit * LEEWAY, 0);
      if (square < Infinity) insert(found, { row: other, metres: Math.sqrt(square) }, count, reach);
    }
    const isFull = found.length === count && found[count - 1]!.metres <= radius;
    if (isFull || radius >= reach || rows.length === total) return found;
  }
}

/** Rounding of distances, so that a row at the very distance of the last one is not lost. */
const LEEWAY = 1 + 8 * Number.EPSILON;

/** A first guess at how far the nearest rows are: the distance to the row whose box is nearest, and its size. */
function firstReach(a: Side, row: number, b: Side, counts: Uint8Array | null): number {
  const [x, y, size] = middleOf(a, row);
  const first = b.index.nearestRow(x, y, Infinity, counts);
  if (first === null) return Infinity;
  const [otherX, otherY, otherSize] = middleOf(b, first);
  return Math.hypot(otherX - x, otherY - y) + size + otherSize + 1;
}

/** Middle of a row's box and the length of its half-diagonal. */
function middleOf({ index: { boxes } }: Side, row: number): [x: number, y: number, size: number] {
  const at = 4 * row;
  const halfWidth = (boxes[at + 2]! - boxes[at]!) / 2;
  const halfHeight = (boxes[at + 3]! - boxes[at + 1]!) / 2;
  return [boxes[at]! + halfWidth, boxes[at + 1]! + halfHeight, Math.hypot(halfWidth, halfHeight)];
}

function byBoxDistance(a: Side, row: number, b: Side, rows: Uint32Array): NearRow[] {
  const near = Array.from(rows, (other) => ({ row: other, metres: boxDistance(a, row, b, other) }));
  return near.sort(byDistance);
}

function boxDistance(a: Side, rowA: number, b: Side, rowB: number): number {
  const boxesA = a.index.boxes;
  const boxesB = b.index.boxes;
  const i = 4 * rowA;
  const j = 4 * rowB;
  const gap = (axis: number) =>
    Math.max(
      0,
      boxesB[j + axis]! - boxesA[i + axis + 2]!,
      boxesA[i + axis]! - boxesB[j + axis + 2]!,
    );
  return Math.hypot(gap(0), gap(1)) / LEEWAY;
}

function byDistance(one: NearRow, other: NearRow): number {
  return one.metres - other.metres || one.row - other.row;
}

/** Puts a row at its place in the list of the nearest, which keeps its length. */
function insert(found: NearRow[], near: NearRow, count: number, reach: number): void {
  if (near.metres > reach) return;
  let at = found.length;
  while (at > 0 && byDistance(near, found[at - 1]!) < 0) at--;
  found.splice(at, 0, near);
  if (found.length > count) found.length = count;
}
