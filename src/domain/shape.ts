import type { GeometryFamily } from './layer.ts';

/** The geometry of a shape: GeoJSON, degrees (OGC:CRS84), longitude first; rings closed. */
export type ShapeGeometry =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'MultiPoint'; coordinates: number[][] }
  | { type: 'LineString'; coordinates: number[][] }
  | { type: 'MultiLineString'; coordinates: number[][][] }
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

/** A shape that a reader drew or loaded: a sector, the footprint of a project, a route. It travels in links and files. */
export interface Shape {
  /** What the reader calls it: "secteur 1", "tracé nord". */
  name: string;
  geometry: ShapeGeometry;
}

/** The family of geometry that a shape is of. */
export function shapeFamily({ geometry: { type } }: Shape): GeometryFamily {
  if (type === 'Point' || type === 'MultiPoint') return 'point';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'polygon';
}

/** The lines that a shape is made of, each a list of positions: rings of polygons, lines, and each point as a line of one. */
export function shapeLines({ geometry }: Shape): number[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}
