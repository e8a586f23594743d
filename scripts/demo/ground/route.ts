import type { Position } from 'geojson';
import type { CommuneGrid } from './commune-grid.ts';

/** How much dearer a metre is in a cell: 1 is the cheapest. */
export type CellCost = (cell: number, x: number, y: number) => number;

/**
 * The cheapest path over the raster's cells (eight directions), from the cell of one position to that of the other,
 * both included; positions are in the raster's world and are drawn back inside it.
 */
export function findRoute(
  grid: CommuneGrid,
  from: Position,
  to: Position,
  cost: CellCost,
): Position[] {
  const start = cellOf(grid, from);
  const goal = cellOf(grid, to);
  const costs = new Map<number, number>([[start, 0]]);
  const cameFrom = new Map<number, number>();
  const queue = createQueue();
  queue.push(start, 0);
  for (let cell = queue.pop(); cell !== undefined && cell !== goal; cell = queue.pop()) {
    for (const [dx, dy] of STEPS) {
      const next = step(grid, cell, dx, dy);
      if (next < 0) continue;
      const [x, y] = middle(grid, next) as [number, number];
      const total = costs.get(cell)! + Math.hypot(dx, dy) * grid.cellM * cost(next, x, y);
      if (total >= (costs.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(next, total);
      cameFrom.set(next, cell);
      queue.push(next, total + straightLine(grid, next, goal));
    }
  }
  const path: Position[] = [];
  for (let cell: number | undefined = goal; cell !== undefined; cell = cameFrom.get(cell)) {
    path.push(middle(grid, cell));
  }
  return path.reverse();
}

/** The cell that holds a position, or the nearest cell of the raster's edge. */
export function cellOf(grid: CommuneGrid, [x, y]: Position): number {
  const column = Math.floor((x! - grid.originX) / grid.cellM);
  const row = Math.floor((y! - grid.originY) / grid.cellM);
  const insideColumn = Math.max(0, Math.min(grid.columns - 1, column));
  return Math.max(0, Math.min(grid.rows - 1, row)) * grid.columns + insideColumn;
}

const STEPS = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

function step(grid: CommuneGrid, cell: number, dx: number, dy: number): number {
  const column = (cell % grid.columns) + dx;
  const row = Math.floor(cell / grid.columns) + dy;
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
  return row * grid.columns + column;
}

function middle(grid: CommuneGrid, cell: number): Position {
  return [
    grid.originX + ((cell % grid.columns) + 0.5) * grid.cellM,
    grid.originY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM,
  ];
}

function straightLine(grid: CommuneGrid, a: number, b: number): number {
  const dx = (a % grid.columns) - (b % grid.columns);
  const dy = Math.floor(a / grid.columns) - Math.floor(b / grid.columns);
  return Math.hypot(dx, dy) * grid.cellM;
}

interface Queue {
  push: (item: number, rank: number) => void;
  pop: () => number | undefined;
}

/** A binary heap: the item of least rank leaves first; equal ranks by item, so that the order never varies. */
function createQueue(): Queue {
  const heap: { item: number; rank: number }[] = [];
  const before = (i: number, j: number) => {
    const a = heap[i]!;
    const b = heap[j]!;
    return a.rank < b.rank || (a.rank === b.rank && a.item < b.item);
  };
  const swap = (i: number, j: number) => {
    const held = heap[i]!;
    heap[i] = heap[j]!;
    heap[j] = held;
  };
  return {
    push(item, rank) {
      heap.push({ item, rank });
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!before(i, parent)) return;
        swap(i, parent);
        i = parent;
      }
    },
    pop() {
      if (heap.length === 0) return undefined;
      swap(0, heap.length - 1);
      const first = heap.pop()!;
      for (let i = 0; 2 * i + 1 < heap.length; ) {
        let child = 2 * i + 1;
        if (child + 1 < heap.length && before(child + 1, child)) child++;
        if (!before(child, i)) break;
        swap(i, child);
        i = child;
      }
      return first.item;
    },
  };
}
