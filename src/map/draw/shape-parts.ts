import type { LineString, Point, Polygon, Position } from 'geojson';
import type { ShapeGeometry } from '../../domain/shape.ts';

/** One part of a shape. */
export type ShapePart = Point | LineString | Polygon;

/** The parts of a shape, coordinates with at most `decimals` decimals; holes stay with their polygon. */
export function splitParts(geometry: ShapeGeometry, decimals: number): ShapePart[] {
  const round = (position: number[]): Position =>
    position.slice(0, 2).map((value) => Number(value.toFixed(decimals)));
  const line = (positions: number[][]): LineString => ({
    type: 'LineString',
    coordinates: positions.map(round),
  });
  const polygon = (rings: number[][][]): Polygon => ({
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(round)),
  });
  const point = (position: number[]): Point => ({ type: 'Point', coordinates: round(position) });
  switch (geometry.type) {
    case 'Point':
      return [point(geometry.coordinates)];
    case 'MultiPoint':
      return geometry.coordinates.map(point);
    case 'LineString':
      return [line(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(line);
    case 'Polygon':
      return [polygon(geometry.coordinates)];
    case 'MultiPolygon':
      return geometry.coordinates.map(polygon);
  }
}

/** The shape of parts of one kind; null of none. */
export function joinParts(
  parts: readonly { type: string; coordinates: unknown }[],
): ShapeGeometry | null {
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1)
    return { type: first.type, coordinates: first.coordinates } as ShapeGeometry;
  const own = parts.filter(({ type }) => type === first.type);
  return {
    type: `Multi${first.type}`,
    coordinates: own.map(({ coordinates }) => coordinates),
  } as ShapeGeometry;
}
