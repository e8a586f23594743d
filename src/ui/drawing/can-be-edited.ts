import type { ShapeGeometry } from '../../domain/shape.ts';

/** Vertices up to which handles on all of them can still be told apart. */
const MOST_VERTICES = 400;

/** Whether the outline can be changed by mouse: few vertices, and no holes, which the drawing tool has no handles for. */
export function canBeEdited(geometry: ShapeGeometry): boolean {
  if (JSON.stringify(geometry.coordinates).split('[').length > MOST_VERTICES) return false;
  if (geometry.type === 'Polygon') return geometry.coordinates.length === 1;
  if (geometry.type !== 'MultiPolygon') return true;
  return geometry.coordinates.every((rings) => rings.length === 1);
}
