import { failShape } from '../../domain/check-shape.ts';
import type { MetricCrs } from '../../domain/crs.ts';
import { allConditionsOf, type Question } from '../../domain/question.ts';
import type { Shape } from '../../domain/shape.ts';
import type { KernelRows } from '../loaded-rows.ts';
import type { ShapeMemo } from '../shapes/shape-memo.ts';
import type { Work } from '../work.ts';

/**
 * The shapes of a question, ready to be related.
 * @throws {AppError} `question-invalid` with the path of a shape that crosses itself or breaks another rule of OGC Simple
 * Features, and the place in degrees; the signal's reason when cancelled.
 */
export async function openShapes(
  question: Question,
  crs: MetricCrs,
  memo: ShapeMemo,
  work: Work,
): Promise<(shape: Shape) => KernelRows> {
  const opened = new Map<Shape, KernelRows>();
  for (const { condition, path } of allConditionsOf(question.where)) {
    if (!('shape' in condition)) continue;
    const { rows, fault } = await memo.open(condition.shape.geometry, crs, work);
    if (fault) failShape(`${path}.shape`, 'shape-crossing', [...(fault.at ?? [])]);
    opened.set(condition.shape, rows);
  }
  return (shape) => opened.get(shape) as KernelRows;
}
