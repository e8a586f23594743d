import type { Geometry, Position } from 'geojson';
import { shift } from './create-polygons.ts';

/** A point at a position given from `ORIGIN`. */
export const point = (...position: number[]): Geometry => ({
  type: 'Point',
  coordinates: shift(position),
});

/** Points at such positions. */
export const points = (...positions: Position[]): Geometry => ({
  type: 'MultiPoint',
  coordinates: positions.map(shift),
});

/** A line through such positions. */
export const line = (...positions: Position[]): Geometry => ({
  type: 'LineString',
  coordinates: positions.map(shift),
});

/** Lines through such positions. */
export const lines = (...coordinates: Position[][]): Geometry => ({
  type: 'MultiLineString',
  coordinates: coordinates.map((one) => one.map(shift)),
});

/** A polygon of closed rings in CC50 (see `createSquare` and `createRing`). */
export const polygon = (...coordinates: Position[][]): Geometry => ({
  type: 'Polygon',
  coordinates,
});

/** Polygons of such rings. */
export const polygons = (...coordinates: Position[][][]): Geometry => ({
  type: 'MultiPolygon',
  coordinates,
});
