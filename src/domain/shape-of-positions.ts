import { AppError } from './errors.ts';
import type { ShapeGeometry } from './shape.ts';

/** Fewest positions of each kind. */
const FEWEST = { point: 1, line: 2, polygon: 3 } as const;

/**
 * The shape that goes through positions in their order; a polygon is closed where it is not, several points are one shape.
 * @throws {AppError} `geometry-invalid` with `reason` `few`, how many there are (`found`) and `wanted`.
 */
export function shapeOfPositions(
  kind: 'polygon' | 'line' | 'point',
  positions: readonly (readonly [number, number])[],
): ShapeGeometry {
  const all = positions.map((position) => [...position]);
  const [first, last] = [all[0], all.at(-1)];
  const isClosed = all.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const distinct = kind === 'polygon' && isClosed ? all.length - 1 : all.length;
  if (!first || distinct < FEWEST[kind]) {
    const context = { reason: 'few', found: distinct, wanted: FEWEST[kind] };
    throw new AppError('geometry-invalid', `${distinct} positions make no ${kind}`, context);
  }
  if (kind === 'line') return { type: 'LineString', coordinates: all };
  if (kind === 'polygon') {
    return { type: 'Polygon', coordinates: [isClosed ? all : [...all, [...first]]] };
  }
  return all.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: all };
}
