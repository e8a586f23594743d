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
