import type { Territory } from '../../src/domain/catalogue.ts';
import { fitFrame } from '../../src/plan/frame.ts';
import type { PlanFrame } from '../../src/plan/plan.ts';

/** The frame that shows a whole territory at a scale, on as large a paper as that takes: what a legend that all maps share is made of. */
export function territoryFrame(
  { extent, metricCrs }: Pick<Territory, 'extent' | 'metricCrs'>,
  scale: number,
): PlanFrame {
  const frame = fitFrame(extent, metricCrs, 1000, 1000);
  const side = (1000 * frame.scale) / scale;
  return { ...frame, scale, widthMm: side, heightMm: side };
}
