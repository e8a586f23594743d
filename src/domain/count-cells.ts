import { partOf, roundLimits } from './round-limits.ts';

/** A rectangle of a plane of two numbers, and how many points are in it; limits as in `roundLimits`. */
export interface Cell {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  count: number;
}

/**
 * Points counted in at most `cells` × `cells` cells with round limits, row by row from below; the empty ones are left out. Each
 * point is in one cell; its numbers are finite.
 */
export function countCells(
  points: readonly { x: number; y: number }[],
  cells: number,
  isInteger: { x: boolean; y: boolean },
): Cell[] {
  const limitsX = limitsOf(points, 'x', cells, isInteger.x);
  const limitsY = limitsOf(points, 'y', cells, isInteger.y);
  const width = limitsX.length;
  const counts = new Map<number, number>();
  for (const point of points) {
    const cell = partOf(point.y, limitsY) * width + partOf(point.x, limitsX);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([cell, count]) => {
      const i = cell % width;
      const j = Math.floor(cell / width);
      return {
        x0: limitsX[i] as number,
        x1: limitsX[i + 1] as number,
        y0: limitsY[j] as number,
        y1: limitsY[j + 1] as number,
        count,
      };
    });
}

function limitsOf(
  points: readonly { x: number; y: number }[],
  axis: 'x' | 'y',
  cells: number,
  isInteger: boolean,
): number[] {
  let [min, max] = [Infinity, -Infinity];
  for (const point of points) {
    min = Math.min(min, point[axis]);
    max = Math.max(max, point[axis]);
  }
  return roundLimits(min, max, cells, isInteger);
}
