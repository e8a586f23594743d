import type { Feature, FeatureCollection, Position } from 'geojson';
import { type Annotation, type Ink, PLAIN_ANNOTATION } from '../../domain/annotation.ts';
import type { Shape, ShapeGeometry } from '../../domain/shape.ts';
import type { ShapeFacts } from '../../domain/shape-facts.ts';

/**
 * The drawn shapes as features of three roles: the `shape` itself, its `name` at its northernmost vertex, and the place of its
 * `fault`; each with the `ink` that it is drawn in, a text on the map being its name alone. The shape of the name `hidden` is drawn by who changes it: its fault alone is given.
 */
export function drawnFeatures(
  drawn: readonly Shape[],
  facts: Readonly<Record<string, ShapeFacts>>,
  annotations: Readonly<Record<string, Annotation>>,
  hidden: string | null,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: drawn.flatMap(({ name, geometry }) => {
      const at = facts[name]?.fault?.at;
      const { ink, isText } = annotations[name] ?? PLAIN_ANNOTATION;
      const fault = at
        ? [feature({ type: 'Point', coordinates: [...at] }, { name, role: 'fault', ink })]
        : [];
      if (name === hidden) return fault;
      const top: ShapeGeometry = { type: 'Point', coordinates: topOf(geometry) };
      const shape = isText ? [] : [feature(geometry, { name, role: 'shape', ink })];
      return [...shape, feature(top, { name, role: isText ? 'text' : 'name', ink }), ...fault];
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

interface Properties {
  name: string;
  role: 'shape' | 'name' | 'text' | 'fault';
  ink: Ink;
}

function feature(geometry: ShapeGeometry, properties: Properties): Feature {
  return { type: 'Feature', geometry, properties: { ...properties } };
}

/** Where a name stands clear of its shape, and of the names of shapes that overlap it. */
function topOf(geometry: ShapeGeometry): Position {
  return positionsOf(geometry).reduce((top, own) => (own[1]! > top[1]! ? own : top));
}
