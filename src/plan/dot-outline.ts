import { shapeCorners } from '../domain/style/point-shape.ts';
import type { DotMark } from './plan.ts';

/** The outline of a dot that has corners, flat and closed, in millimetres; null for a circle. */
export function dotOutline({ at, radiusMm, shape }: DotMark): Float64Array | null {
  if (!shape) return null;
  const corners = shapeCorners(shape, radiusMm);
  return Float64Array.from([...corners, corners[0]!].flatMap(([x, y]) => [at[0] + x, at[1] + y]));
}
