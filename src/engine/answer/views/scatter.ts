import { MAX_POINTS, type ViewResult } from '../../../domain/answer-view.ts';
import { partOf, roundLimits } from '../../../domain/round-limits.ts';
import type { HeldAnswer } from '../answer-question.ts';
import { type AnswerColumn, numberAt } from '../answer-values.ts';

type Scatter = Extract<ViewResult, { kind: 'scatter' }>;
type Point = NonNullable<Scatter['points']>[number];
type Cell = NonNullable<Scatter['cells']>[number];

/**
 * The rows of an answer as points of two columns; more than `MAX_POINTS` are counted in at most `cells` × `cells` cells with round
 * limits, of which the empty ones are left out. A row without one of the two numbers is missing.
 */
export function scatter(
  { rows }: HeldAnswer,
  places: Uint32Array,
  [x, y]: [x: AnswerColumn, y: AnswerColumn],
  cells: number,
): Scatter {
  const points: Point[] = [];
  for (const place of places) {
    const [atX, atY] = [numberAt(x, place), numberAt(y, place)];
    if (atX !== null && atY !== null) points.push({ row: rows[place] as number, x: atX, y: atY });
  }
  const missing = places.length - points.length;
  const isFew = points.length <= MAX_POINTS;
  return {
    kind: 'scatter',
    count: places.length,
    points: isFew ? points : null,
    cells: isFew ? null : cellsOf(points, [x, y], cells),
    missing,
  };
}

function cellsOf(points: Point[], [x, y]: [AnswerColumn, AnswerColumn], cells: number): Cell[] {
  const limitsX = limitsOf(points, 'x', cells, x);
  const limitsY = limitsOf(points, 'y', cells, y);
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

function limitsOf(points: Point[], axis: 'x' | 'y', cells: number, { field }: AnswerColumn) {
  let [min, max] = [Infinity, -Infinity];
  for (const point of points) {
    min = Math.min(min, point[axis]);
    max = Math.max(max, point[axis]);
  }
  return roundLimits(min, max, cells, field.type === 'integer');
}
