import type { ShapeGeometry } from '../../../domain/shape.ts';
import type { Measure } from '../../../state/drawing-state.ts';
import { FEWEST_VERTICES } from '../../../state/measure-actions.ts';

/** The shape of what is measured, degrees; null while it has too few positions. */
export function measuredGeometry({ kind, vertices }: Measure): ShapeGeometry | null {
  const positions = vertices.map((at) => [...at]);
  const [first] = positions;
  if (!first || positions.length < FEWEST_VERTICES[kind]) return null;
  if (kind === 'point') return { type: 'Point', coordinates: first };
  if (kind === 'line') return { type: 'LineString', coordinates: positions };
  return { type: 'Polygon', coordinates: [[...positions, [...first]]] };
}
