import { MAX_POINTS, type ViewResult } from '../../../domain/answer-view.ts';
import { countCells } from '../../../domain/count-cells.ts';
import type { HeldAnswer } from '../answer-question.ts';
import { type AnswerColumn, numberAt } from '../answer-values.ts';

type Scatter = Extract<ViewResult, { kind: 'scatter' }>;
type Point = NonNullable<Scatter['points']>[number];

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
    cells: isFew ? null : countCells(points, cells, { x: isInteger(x), y: isInteger(y) }),
    missing,
  };
}

const isInteger = ({ field }: AnswerColumn): boolean => field.type === 'integer';
