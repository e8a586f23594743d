import type { Geometry, Position } from 'geojson';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import GeoJSONWriter from 'jsts/org/locationtech/jts/io/GeoJSONWriter.js';
import BufferOp from 'jsts/org/locationtech/jts/operation/buffer/BufferOp.js';
import SnapIfNeededOverlayOp from 'jsts/org/locationtech/jts/operation/overlay/snap/SnapIfNeededOverlayOp.js';
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js';
import { boxOf } from './polygon.ts';

/** Polygons as GeoJSON MultiPolygon coordinates, planar metres; empty when there is nothing. */
export type Shape = Position[][][];

/** What is in `a` and not in `b`. */
export function difference(a: Shape, b: Shape): Shape {
  const near = meeting(b, a);
  if (near.length === 0) return a;
  const [touched, apart] = splitByBox(a, near);
  return [
    ...apart,
    ...toShape(SnapIfNeededOverlayOp.difference(toGeometry(touched), toGeometry(near))),
  ];
}

/** What is in both `a` and `b`. */
export function intersection(a: Shape, b: Shape): Shape {
  const [left, right] = [meeting(a, b), meeting(b, a)];
  if (left.length === 0 || right.length === 0) return [];
  return toShape(SnapIfNeededOverlayOp.intersection(toGeometry(left), toGeometry(right)));
}

/** What is in one of the shapes; they may overlap. */
export function union(shapes: Shape[]): Shape {
  const all = shapes.flat();
  return all.length === 0 ? [] : toShape(UnaryUnionOp.union(toGeometry(all)));
}

/** What lies within `metres` of a shape; negative: what lies deeper than that inside it. */
export function buffer(shape: Shape, metres: number): Shape {
  return shape.length === 0 ? [] : toShape(BufferOp.bufferOp(toGeometry(shape), metres));
}

/** What lies within `metres` of lines. */
export function bufferLines(lines: Position[][], metres: number): Shape {
  if (lines.length === 0) return [];
  const geometry = reader.read({ type: 'MultiLineString', coordinates: lines });
  return toShape(BufferOp.bufferOp(geometry, metres));
}

/** The polygons of a shape whose box meets that of one of another's: JTS overlays all that it is given. */
function meeting(shape: Shape, other: Shape): Shape {
  return splitByBox(shape, other)[0];
}

function splitByBox(shape: Shape, other: Shape): [meeting: Shape, apart: Shape] {
  const boxes = other.map((polygon) => boxOf(polygon[0]!));
  const [near, apart]: [Shape, Shape] = [[], []];
  for (const polygon of shape) {
    const [left, bottom, right, top] = boxOf(polygon[0]!);
    const meets = boxes.some(
      (box) => box[0] <= right && box[2] >= left && box[1] <= top && box[3] >= bottom,
    );
    (meets ? near : apart).push(polygon);
  }
  return [near, apart];
}

const factory = new GeometryFactory();
const reader = new GeoJSONReader(factory);
const writer = new GeoJSONWriter();

/** A JTS geometry; JSTS types nearly everything as `any`, so this name only marks it. */
type JtsGeometry = ReturnType<GeoJSONReader['read']>;

function toGeometry(shape: Shape): JtsGeometry {
  return reader.read({ type: 'MultiPolygon', coordinates: shape });
}

function toShape(geometry: JtsGeometry): Shape {
  const polygons = polygonsOf(writer.write(geometry) as Geometry);
  return polygons.filter((polygon) => (polygon[0]?.length ?? 0) > 0);
}

function polygonsOf(geometry: Geometry): Shape {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : [];
}
