import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Shape, ShapeGeometry } from '../../domain/shape.ts';
import type { ShapeFacts } from '../../domain/shape-facts.ts';

/**
 * The drawn shapes as features of three roles: the `shape` itself, its `name` at its northernmost vertex, and the place of its
 * `fault`. The shape of the name `hidden` is drawn by who changes it: its fault alone is given.
 */
export function drawnFeatures(
  drawn: readonly Shape[],
  facts: Readonly<Record<string, ShapeFacts>>,
  hidden: string | null,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: drawn.flatMap(({ name, geometry }) => {
      const at = facts[name]?.fault?.at;
      const fault = at ? [feature({ type: 'Point', coordinates: [...at] }, name, 'fault')] : [];
      if (name === hidden) return fault;
      const top: ShapeGeometry = { type: 'Point', coordinates: topOf(geometry) };
      return [feature(geometry, name, 'shape'), feature(top, name, 'name'), ...fault];
    }),
  };
}

/** Every position of a shape, in order. */
export function positionsOf(geometry: ShapeGeometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function feature(geometry: ShapeGeometry, name: string, role: 'shape' | 'name' | 'fault'): Feature {
  return { type: 'Feature', geometry, properties: { name, role } };
}

/** Where a name stands clear of its shape, and of the names of shapes that overlap it. */
function topOf(geometry: ShapeGeometry): Position {
  return positionsOf(geometry).reduce((top, own) => (own[1]! > top[1]! ? own : top));
}
