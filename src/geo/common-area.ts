import type { EdgeList } from './edge-list.ts';

/**
 * Area that some owner below `split` and some owner from `split` on both cover in the box from 0 to `width` and 0
 * to `height`, in the square of the list's unit. An owner covers what lies to the right of an odd number of its edges.
 *
 * The plane is cut into slabs at every vertex, and a slab again at every crossing inside it (of two edges, or of
 * one with a side of the box); between two cuts the
 * covered width is linear, so that its value half-way gives the area exactly. Only the order of the edges half-way
 * matters: a rounding error moves an edge by a nanometre, it never turns the inside out.
 * Cost: the slabs times the edges that cross one.
 */
export function commonArea(list: EdgeList, split: number, width: number, height: number): number {
  const sweep = createSweep(list, split, width);
  const cuts = slabCuts(list, height);
  const order = list.y1
    .map((_, edge) => edge)
    .sort((one, other) => list.y1[one]! - list.y1[other]!);
  let next = 0;
  let area = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const bottom = cuts[i]!;
    const top = cuts[i + 1]!;
    dropEnded(sweep, bottom);
    while (next < order.length && list.y1[order[next]!]! <= bottom) {
      if (list.y2[order[next]!]! > bottom) sweep.active.push(order[next]!);
      next++;
    }
    if (top > bottom) area += slabArea(sweep, bottom, top);
  }
  return area;
}

interface Sweep {
  list: EdgeList;
  split: number;
  /** Width of the box. */
  width: number;
  /** Edges that cross the slab, from left to right at its bottom. */
  active: number[];
  /** Whether each owner is being covered, from left to right. */
  isCovered: Uint8Array;
  /** Position of each active edge at the slab's bottom, at its top, and at the height looked at. */
  bottoms: Float64Array;
  tops: Float64Array;
  middles: Float64Array;
}

function createSweep(list: EdgeList, split: number, width: number): Sweep {
  const count = list.y1.length;
  let owners = 0;
  for (const owner of list.owners) owners = Math.max(owners, owner + 1);
  if (scratch.bottoms.length < count || scratch.isCovered.length < owners) {
    scratch = createScratch(2 * Math.max(count, owners));
  }
  return { list, split, width, active: [], ...scratch };
}

type Scratch = Pick<Sweep, 'isCovered' | 'bottoms' | 'tops' | 'middles'>;

function createScratch(length: number): Scratch {
  return {
    isCovered: new Uint8Array(length),
    bottoms: new Float64Array(length),
    tops: new Float64Array(length),
    middles: new Float64Array(length),
  };
}

/** What one sweep after the other works in: most are of a few edges, and allocating cost more than sweeping. */
let scratch = createScratch(256);

function slabCuts(list: EdgeList, height: number): Float64Array {
  const cuts = [0, height];
  for (const heights of [list.y1, list.y2]) {
    for (const y of heights) if (y > 0 && y < height) cuts.push(y);
  }
  return Float64Array.from(cuts).sort();
}

function dropEnded(sweep: Sweep, bottom: number): void {
  const { active, list } = sweep;
  let kept = 0;
  for (const edge of active) if (list.y2[edge]! > bottom) active[kept++] = edge;
  active.length = kept;
}

function slabArea(sweep: Sweep, bottom: number, top: number): number {
  const { active, bottoms, tops, middles, list } = sweep;
  for (const edge of active) {
    bottoms[edge] = positionAt(list, edge, bottom);
    tops[edge] = positionAt(list, edge, top);
  }
  sortBy(active, bottoms, tops);
  const shares = crossingShares(sweep);
  let area = 0;
  for (let i = 0; i + 1 < shares.length; i++) {
    const share = (shares[i]! + shares[i + 1]!) / 2;
    for (const edge of active) {
      middles[edge] = bottoms[edge]! + share * (tops[edge]! - bottoms[edge]!);
    }
    if (shares.length > 2) sortBy(active, middles, tops);
    area += commonWidth(sweep) * (shares[i + 1]! - shares[i]!);
  }
  return area * (top - bottom);
}

function positionAt(list: EdgeList, edge: number, y: number): number {
  const x1 = list.x1[edge]!;
  const x2 = list.x2[edge]!;
  const y1 = list.y1[edge]!;
  const y2 = list.y2[edge]!;
  return y === y2 ? x2 : x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}

/** Insertion sort: the order hardly changes from one slab to the next. */
function sortBy(edges: number[], keys: Float64Array, ties: Float64Array): void {
  for (let i = 1; i < edges.length; i++) {
    const edge = edges[i]!;
    const key = keys[edge]!;
    let j = i - 1;
    while (j >= 0) {
      const other = edges[j]!;
      if (keys[other]! < key || (keys[other] === key && ties[other]! <= ties[edge]!)) break;
      edges[j + 1] = other;
      j--;
    }
    edges[j + 1] = edge;
  }
}

/** Shares of the slab's height, ascending from 0 to 1, at which two of its edges cross or one meets the box's side. */
function crossingShares(sweep: Sweep): number[] {
  const { active, bottoms, tops, width } = sweep;
  const shares = [0];
  let rightmost = -Infinity;
  for (let i = 0; i < active.length; i++) {
    const edge = active[i]!;
    const top = tops[edge]!;
    addSideShare(shares, bottoms[edge]!, top);
    addSideShare(shares, bottoms[edge]! - width, top - width);
    if (top < rightmost) {
      for (let j = 0; j < i; j++) {
        const other = active[j]!;
        if (tops[other]! <= top) continue;
        const before = bottoms[edge]! - bottoms[other]!;
        shares.push(before / (before + tops[other]! - top));
      }
    } else {
      rightmost = top;
    }
  }
  if (shares.length > 1) shares.sort((one, other) => one - other);
  shares.push(1);
  return shares;
}

/** Adds the share at which an edge passes from one side of 0 to the other. */
function addSideShare(shares: number[], bottom: number, top: number): void {
  if ((bottom < 0 && top > 0) || (bottom > 0 && top < 0)) shares.push(bottom / (bottom - top));
}

/** Width covered by both groups of owners at the height of `middles`. */
function commonWidth(sweep: Sweep): number {
  const { active, middles, isCovered, list, split, width } = sweep;
  let firsts = 0;
  let seconds = 0;
  let common = 0;
  let from = 0;
  for (const edge of active) {
    const x = Math.min(Math.max(middles[edge]!, 0), width);
    if (firsts > 0 && seconds > 0) common += x - from;
    from = x;
    const owner = list.owners[edge]!;
    const change = isCovered[owner] === 1 ? -1 : 1;
    isCovered[owner] = isCovered[owner]! ^ 1;
    if (owner < split) firsts += change;
    else seconds += change;
  }
  for (const edge of active) isCovered[list.owners[edge]!] = 0;
  return firsts > 0 && seconds > 0 ? common + width - from : common;
}
