import type { Geometry, Position } from 'geojson';
import { UNREADABLE } from '../unreadable.ts';

/** Encodings of GeoParquet 1.1 that are made of lists and structures (GeoArrow). */
export type NativeEncoding =
  | 'point'
  | 'linestring'
  | 'polygon'
  | 'multipoint'
  | 'multilinestring'
  | 'multipolygon';

/** The geometries of a column in a native encoding; a cell of another form is a geometry that cannot be read. */
export function nativeGeometry(
  cells: readonly unknown[],
  encoding: NativeEncoding,
): { geometries: (Geometry | null)[]; hasHeights: boolean } {
  const type = TYPES[encoding];
  let hasHeights = false;
  const geometries = cells.map((cell) => {
    if (cell === null || cell === undefined) return null;
    if (typeof cell !== 'object' || !type) return UNREADABLE;
    hasHeights ||= firstVertexHas(cell, 'z') || firstVertexHas(cell, 'm');
    return { type, coordinates: toCoordinates(cell) } as Geometry;
  });
  return { geometries, hasHeights };
}

interface Vertex {
  x: number;
  y: number;
}

function toCoordinates(cell: unknown): Position | unknown[] {
  if (Array.isArray(cell)) return cell.map(toCoordinates);
  const { x, y } = (cell ?? {}) as Vertex;
  return [x, y];
}

function firstVertexHas(cell: object, ordinate: string): boolean {
  let inner: unknown = cell;
  while (Array.isArray(inner)) inner = inner[0];
  return typeof inner === 'object' && inner !== null && ordinate in inner;
}

const TYPES: Record<NativeEncoding, Geometry['type']> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
  multipoint: 'MultiPoint',
  multilinestring: 'MultiLineString',
  multipolygon: 'MultiPolygon',
};
