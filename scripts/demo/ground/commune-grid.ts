import { createNoise } from '../random.ts';
import type { OfficialCommune } from './official-communes.ts';

/** Which commune each cell of a square raster belongs to; row 0 is the southernmost. */
export interface CommuneGrid {
  /** South-west corner, CC50 metres. */
  originX: number;
  originY: number;
  cellM: number;
  columns: number;
  rows: number;
  /** Index into the list of official communes, cell by cell, row by row; -1 where no real extent reaches. */
  labels: Int16Array;
}

/**
 * Gives every cell to one commune of `communes` (members first, then neighbours).
 * A cell goes only to a commune whose real extent holds it: to the one whose centre is nearest when distances
 * are counted in half-sides of the extent (3-norm), with a handicap tuned until each commune
 * fills about `TARGET_FILL` of its extent and reaches its four sides. Cost: about two seconds.
 */
export function createCommuneGrid(communes: OfficialCommune[]): CommuneGrid {
  const grid = frame(communes.filter((commune) => commune.member));
  const candidates = listCandidates(grid, communes);
  const handicaps = new Float64Array(communes.length);
  for (let round = 0; round < ROUNDS; round++) {
    label(grid, candidates, handicaps);
    tune(grid, communes, handicaps);
  }
  label(grid, candidates, handicaps);
  for (let pass = 0; pass < 4; pass++) {
    absorbFragments(grid, communes.length);
    openPinches(grid);
  }
  return grid;
}

/** Index of the commune at a position, -1 outside the raster. */
export function communeAt(grid: CommuneGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.originX) / grid.cellM);
  const row = Math.floor((y - grid.originY) / grid.cellM);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
  return grid.labels[row * grid.columns + column]!;
}

const CELL_M = 50;
const MARGIN_M = 2500;
const TARGET_FILL = 0.53;
const REACH_WEIGHT = 0.4;
const GAIN = 0.2;
const ROUNDS = 8;
const PATCH_M = 340;
const SHAKE = [createNoise('patch x', 1), createNoise('patch y', 1)] as const;

/** For each cell, the communes that may take it and how far each is. */
interface Candidates {
  starts: Uint32Array;
  communes: Int16Array;
  distances: Float64Array;
}

function frame(members: OfficialCommune[]): CommuneGrid {
  const west = Math.min(...members.map((c) => c.box[0])) - MARGIN_M;
  const south = Math.min(...members.map((c) => c.box[1])) - MARGIN_M;
  const east = Math.max(...members.map((c) => c.box[2])) + MARGIN_M;
  const north = Math.max(...members.map((c) => c.box[3])) + MARGIN_M;
  const originX = Math.floor(west / CELL_M) * CELL_M;
  const originY = Math.floor(south / CELL_M) * CELL_M;
  const columns = Math.ceil((east - originX) / CELL_M);
  const rows = Math.ceil((north - originY) / CELL_M);
  const labels = new Int16Array(columns * rows);
  return { originX, originY, cellM: CELL_M, columns, rows, labels };
}

/** Cells are judged by their patch of fields, so that limits follow field edges: angles, not curves. */
function listCandidates(grid: CommuneGrid, communes: OfficialCommune[]): Candidates {
  const starts = new Uint32Array(grid.columns * grid.rows + 1);
  const found: number[] = [];
  const distances: number[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const y = grid.originY + (row + 0.5) * CELL_M;
    const near = communes.map((_, i) => i).filter((i) => between(communes[i]!, 1, y, 2 * PATCH_M));
    for (let column = 0; column < grid.columns; column++) {
      const x = grid.originX + (column + 0.5) * CELL_M;
      const [patchX, patchY] = patchSeed(x, y);
      for (const index of near) {
        const commune = communes[index]!;
        if (!between(commune, 0, patchX, 0) || !between(commune, 1, patchY, 0)) continue;
        found.push(index);
        distances.push(distanceTo(commune, patchX, patchY));
      }
      starts[row * grid.columns + column + 1] = found.length;
    }
  }
  return { starts, communes: Int16Array.from(found), distances: Float64Array.from(distances) };
}

/** The middle of the patch that holds a position: nearest point of a shaken lattice. */
function patchSeed(x: number, y: number): [x: number, y: number] {
  const column = Math.floor(x / PATCH_M);
  const row = Math.floor(y / PATCH_M);
  let best: [number, number] = [x, y];
  let least = Number.POSITIVE_INFINITY;
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = row - 1; j <= row + 1; j++) {
      const seedX = (i + 0.5 + 0.42 * SHAKE[0](i, j)) * PATCH_M;
      const seedY = (j + 0.5 + 0.42 * SHAKE[1](i, j)) * PATCH_M;
      const away = (seedX - x) ** 2 + (seedY - y) ** 2;
      if (away < least) {
        least = away;
        best = [seedX, seedY];
      }
    }
  }
  return best;
}

function between(commune: OfficialCommune, axis: 0 | 1, value: number, slack: number): boolean {
  return value >= commune.box[axis] - slack && value <= commune.box[axis === 0 ? 2 : 3] + slack;
}

function distanceTo({ box }: OfficialCommune, x: number, y: number): number {
  const across = Math.abs((2 * x - box[0] - box[2]) / (box[2] - box[0]));
  const along = Math.abs((2 * y - box[1] - box[3]) / (box[3] - box[1]));
  return Math.cbrt(across ** 3 + along ** 3);
}

function label(grid: CommuneGrid, candidates: Candidates, handicaps: Float64Array): void {
  for (let cell = 0; cell < grid.labels.length; cell++) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = candidates.starts[cell]!; k < candidates.starts[cell + 1]!; k++) {
      const commune = candidates.communes[k]!;
      const score = candidates.distances[k]! - handicaps[commune]!;
      if (score < least) {
        least = score;
        best = commune;
      }
    }
    grid.labels[cell] = best;
  }
}

function tune(grid: CommuneGrid, communes: OfficialCommune[], handicaps: Float64Array): void {
  const counts = new Float64Array(communes.length);
  const reached = communes.map(({ box }) => [box[2], box[3], box[0], box[1]]);
  for (let cell = 0; cell < grid.labels.length; cell++) {
    const commune = grid.labels[cell]!;
    if (commune < 0) continue;
    counts[commune]!++;
    const x = grid.originX + (cell % grid.columns) * CELL_M;
    const y = grid.originY + Math.floor(cell / grid.columns) * CELL_M;
    const box = reached[commune]!;
    box[0] = Math.min(box[0]!, x);
    box[1] = Math.min(box[1]!, y);
    box[2] = Math.max(box[2]!, x + CELL_M);
    box[3] = Math.max(box[3]!, y + CELL_M);
  }
  communes.forEach(({ box }, index) => {
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    const got = reached[index]!;
    const short =
      Math.max(0, got[0]! - box[0]) +
      Math.max(0, got[1]! - box[1]) +
      Math.max(0, box[2] - got[2]!) +
      Math.max(0, box[3] - got[3]!);
    const fill = (counts[index]! * CELL_M * CELL_M) / (width * height);
    const lack = (2 * short) / (width + height) - 0.1;
    handicaps[index]! += GAIN * ((1 - REACH_WEIGHT) * (TARGET_FILL - fill) + REACH_WEIGHT * lack);
  });
}

/** Leaves each commune its largest piece (cells joined by a side); what is cut off goes to a neighbour. */
function absorbFragments(grid: CommuneGrid, communeCount: number): void {
  const pieces = new Int32Array(grid.labels.length).fill(-1);
  const sizes: number[] = [];
  for (let cell = 0; cell < pieces.length; cell++) {
    if (pieces[cell] === -1) sizes.push(flood(grid, pieces, cell, sizes.length));
  }
  const largest = new Int32Array(communeCount + 1).fill(-1);
  for (let cell = 0; cell < pieces.length; cell++) {
    const slot = grid.labels[cell]! + 1;
    if (largest[slot]! < 0 || sizes[pieces[cell]!]! > sizes[largest[slot]!]!) {
      largest[slot] = pieces[cell]!;
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (let cell = 0; cell < pieces.length; cell++) {
      if (pieces[cell] === largest[grid.labels[cell]! + 1]) continue;
      const settled = neighbours(grid, cell).find(
        (n) => pieces[n] === largest[grid.labels[n]! + 1],
      );
      if (settled === undefined) continue;
      grid.labels[cell] = grid.labels[settled]!;
      pieces[cell] = pieces[settled]!;
      changed = true;
    }
  }
}

function flood(grid: CommuneGrid, pieces: Int32Array, start: number, piece: number): number {
  const stack = [start];
  pieces[start] = piece;
  let size = 0;
  while (stack.length > 0) {
    const cell = stack.pop()!;
    size++;
    for (const next of neighbours(grid, cell)) {
      if (pieces[next] === -1 && grid.labels[next] === grid.labels[start]) {
        pieces[next] = piece;
        stack.push(next);
      }
    }
  }
  return size;
}

function neighbours(grid: CommuneGrid, cell: number): number[] {
  const column = cell % grid.columns;
  const found: number[] = [];
  if (column > 0) found.push(cell - 1);
  if (column < grid.columns - 1) found.push(cell + 1);
  if (cell >= grid.columns) found.push(cell - grid.columns);
  if (cell + grid.columns < grid.labels.length) found.push(cell + grid.columns);
  return found;
}

/** No commune may touch itself by a corner only: such a corner would break its outline in two. */
function openPinches(grid: CommuneGrid): void {
  const { labels, columns, rows } = grid;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const cell = row * columns + column;
      const [southWest, southEast] = [labels[cell]!, labels[cell + 1]!];
      const [northWest, northEast] = [labels[cell + columns]!, labels[cell + columns + 1]!];
      if (southWest === northEast && southWest !== southEast && southWest !== northWest) {
        labels[cell + 1] = southWest;
      } else if (southEast === northWest && southEast !== southWest && southEast !== northEast) {
        labels[cell] = southEast;
      }
    }
  }
}
