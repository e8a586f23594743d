import type { Geometry } from 'geojson';
import JstsGeometry from 'jsts/org/locationtech/jts/geom/Geometry.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import 'jsts/org/locationtech/jts/monkey.js';

/** What the tests ask of JSTS, whose own types leave these methods out. */
export interface OracleGeometry {
  intersects(other: OracleGeometry): boolean;
  within(other: OracleGeometry): boolean;
  distance(other: OracleGeometry): number;
  intersection(other: OracleGeometry): OracleGeometry;
  union(other: OracleGeometry): OracleGeometry;
  isValid(): boolean;
  getArea(): number;
  getLength(): number;
}

/** A GeoJSON geometry as a JSTS one: the independent oracle of the predicates. */
export function readJsts(geometry: Geometry): OracleGeometry {
  const read: unknown = new GeoJSONReader(new GeometryFactory()).read(geometry);
  if (!(read instanceof JstsGeometry)) throw new Error(`JSTS cannot read a ${geometry.type}`);
  return read as unknown as OracleGeometry;
}
