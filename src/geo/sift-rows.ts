import { meetsLeaf } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { locatePoint, POSITION } from './locate-point.ts';
import { BLOCK_ROWS, LARGE_BLOCK_ROWS } from './row-blocks.ts';
import { createRowMask } from './row-mask.ts';
import { SEARCH_MARGIN_M } from './rows-in-reach.ts';

/** Which rows of a are to be held against which rows of b. Both sides are in the same metric CRS. */
export interface Sift {
  a: Side;
  /** Rows of a, ascending. */
  rows: Uint32Array;
  b: Side;
  /** Rows of b that count, in any order; null for all. */
  bRows: Uint32Array | null;
  /** Rows of b farther than this from a row, in m, need not be told. */
  reach: number;
  /** Whether a row is decided already, asked before many rows of b are looked up for it: then it is not told of. */
  isDecided?(row: number): boolean;
}

/**
 * What is told of one row of a. `near`: the rows of b that only an exact test can decide on, or null where they are too
 * many to be listed and the caller searches on its own. `around`: the polygon rows of b whose interior holds all of the
 * row's box. Both lists are lent for the call only.
 */
export type Visit = (
  row: number,
  near: readonly number[] | null,
  around: readonly number[],
) => void;

/**
 * Tells the rows of a that may relate to some row of b, and to which; what has neither near nor around rows is left out.
 * Goes from blocks of neighbouring rows down to rows, so that those wholly outside a zone, or wholly inside it, cost one
 * test for all and not one each: the cost follows the rows along the zones' borders. Yields how many rows were passed, at the
 * latest after `STEP_MS` and one visit. Rows come in spatial order, or ascending where they are few.
 */
export function* siftRows(sift: Sift, visit: Visit): Generator<number, void> {
  const walk = createWalk(sift);
  if (sift.rows.length < FEW_ROWS * sift.a.column.length)
    yield* siftFewRows(walk, sift.rows, visit);
  else yield* siftBlocks(walk, sift, visit);
}

/** Share of a's rows under which each is looked up alone. */
const FEW_ROWS = 1 / 16;
/** Rows of b near one block from which it is not worth listing them. */
const MANY = 64;
/** Time after which a step ends, in milliseconds. */
const STEP_MS = 25;

interface Walk {
  a: Side;
  b: Side;
  /** 1 for the rows of b that count; null for all. */
  counts: Uint8Array | null;
  reach: number;
  stepStart: number;
}

/** The rows of b that matter to a box; `near` null where they are too many. */
interface Lists {
  near: number[] | null;
  around: number[];
}

function createWalk({ a, b, bRows, reach }: Sift): Walk {
  const counts = createRowMask(bRows, b.column.length);
  return { a, b, counts, reach: reach + SEARCH_MARGIN_M, stepStart: performance.now() };
}

function* siftFewRows(walk: Walk, rows: Uint32Array, visit: Visit): Generator<number, void> {
  const { boxes } = walk.a.index;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const { near, around } = sift(walk, boxes, 4 * row, UNKNOWN);
    if (near === null || near.length > 0 || around.length > 0) visit(row, near, around);
    if (isDue(walk)) yield i + 1;
  }
}

function* siftBlocks(walk: Walk, { rows, isDecided }: Sift, visit: Visit): Generator<number, void> {
  const { blocks, boxes } = walk.a.index;
  const { order } = blocks;
  const { length } = walk.a.column;
  const wanted = createRowMask(rows.length === length ? null : rows, length);
  for (let large = 0; large * LARGE_BLOCK_ROWS < order.length; large++) {
    const first = large * LARGE_BLOCK_ROWS;
    const end = Math.min(first + LARGE_BLOCK_ROWS, order.length);
    const ofLarge = sift(walk, blocks.largeBoxes, 4 * large, UNKNOWN);
    for (let start = first; start < end && !isEmpty(ofLarge); start += BLOCK_ROWS) {
      const ofBlock = sift(walk, blocks.boxes, (4 * start) / BLOCK_ROWS, ofLarge);
      const endOfBlock = isEmpty(ofBlock) ? start : Math.min(start + BLOCK_ROWS, end);
      for (let i = start; i < endOfBlock; i++) {
        const row = order[i]!;
        if (wanted !== null && wanted[row] === 0) continue;
        if (ofBlock.near === null && isDecided?.(row)) continue;
        const { near, around } = sift(walk, boxes, 4 * row, ofBlock);
        if (near === null || near.length > 0 || around.length > 0) visit(row, near, around);
        if (isDue(walk)) yield Math.floor((i / order.length) * rows.length);
      }
    }
    if (isDue(walk)) yield Math.floor((end / order.length) * rows.length);
  }
}

function isEmpty({ near, around }: Lists): boolean {
  return near !== null && near.length === 0 && around.length === 0;
}

function isDue(walk: Walk): boolean {
  const now = performance.now();
  if (now - walk.stepStart < STEP_MS) return false;
  walk.stepStart = now;
  return true;
}

/** What is known of a box before anything was looked at. */
const UNKNOWN: Lists = { near: null, around: [] };

/** What matters to a box (four numbers at an offset), of what matters to a box around it. */
function sift(walk: Walk, boxes: Float64Array, at: number, outer: Lists): Lists {
  if (outer.near !== null && outer.near.length === 0) return outer;
  const { b, counts, reach } = walk;
  const left = boxes[at]!;
  const bottom = boxes[at + 1]!;
  const minX = left - reach;
  const minY = bottom - reach;
  const maxX = boxes[at + 2]! + reach;
  const maxY = boxes[at + 3]! + reach;
  const isNew = outer.near === null;
  const candidates = outer.near ?? b.index.searchRows(minX, minY, maxX, maxY);
  if (isNew && candidates.length > MANY) return UNKNOWN;
  const near: number[] = [];
  let { around } = outer;
  for (const row of candidates) {
    if (isNew && counts !== null && counts[row] === 0) continue;
    if (meetsLeaf(b.index.edges, row, minX, minY, maxX, maxY)) {
      near.push(row);
    } else if (
      b.column.kinds[row] === GEOMETRY_KIND.polygon &&
      locatePoint(b, row, left, bottom) === POSITION.interior
    ) {
      around = [...around, row];
    }
  }
  return { near, around };
}
