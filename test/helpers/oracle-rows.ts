import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { difference, featureCollection, intersect, multiPolygon, union } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { parquetReadObjects } from 'hyparquet';
import proj4 from 'proj4';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { keepNear, type OracleBox } from './keep-near.ts';

/** A feature of a published file: none of the product's own geometry code has touched it. */
export interface OracleRow {
  properties: Record<string, unknown>;
  /** In the metric CRS (CC50), metres, [x, y]. */
  geometry: Geometry | null;
}

/** A reader of the layers of a site: decoded by hyparquet, projected by proj4. */
export function oracleReader(publicDir: string, { layers }: Catalogue) {
  const { forward } = proj4(PROJ_DEFINITIONS['EPSG:3950']);
  const project = (value: unknown): unknown =>
    typeof (value as unknown[])[0] === 'number'
      ? forward(value as [number, number])
      : (value as unknown[]).map(project);
  return async (id: string): Promise<OracleRow[]> => {
    const path = layers.find((layer) => layer.id === id)?.file.path;
    const { buffer, byteOffset, byteLength } = readFileSync(`${publicDir}/${path}`);
    const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const compressors = { GZIP: (input: Uint8Array) => new Uint8Array(gunzipSync(input)) };
    const rows = await parquetReadObjects({ file, compressors });
    return rows.map(({ geometry, ...properties }) => {
      const shape = geometry as Exclude<Geometry, { type: 'GeometryCollection' }> | null;
      const metric = shape && { ...shape, coordinates: project(shape.coordinates) };
      return { properties, geometry: metric as Geometry | null };
    });
  };
}

/** Distance in metres between a point or polygon and any geometry: every vertex and segment, no index. */
export function oracleDistance(a: OracleRow, b: OracleRow): number {
  const [s, t] = [piecesOf(a), piecesOf(b)];
  if (holds(b, s[0]![0]) || holds(a, t[0]![0])) return 0;
  let least = Infinity;
  for (const p of s) for (const q of t) least = Math.min(least, pieceDistance(p, q));
  return least;
}

/** Whether the boxes of two features are at most `metres` apart: what spares most pairs. */
export function areBoxesNear(a: OracleRow, b: OracleRow, metres: number): boolean {
  const [p, q] = [boxOf(a), boxOf(b)];
  return (
    p[0] <= q[2] + metres && q[0] <= p[2] + metres && p[1] <= q[3] + metres && q[1] <= p[3] + metres
  );
}

/** Area in m² that a polygon shares with the union of others, by Turf's clipping on metres. */
export function oracleOverlap(a: OracleRow, others: readonly OracleRow[]): number {
  const near = others
    .filter((other) => areBoxesNear(a, other, 0))
    .map((other) => keepNear(polygonsOf(other.geometry), boxOf(a)))
    .filter((polygons) => polygons.length > 0)
    .map((polygons) => multiPolygon(polygons));
  if (near.length === 0) return 0;
  const whole = near.length > 1 ? union(featureCollection(near)) : near[0]!;
  return whole ? areaOf(intersect(featureCollection([shapeOf(a), whole]))?.geometry) : 0;
}

/** Area in m² of a polygon that lies outside another. */
export function oracleOutside(a: OracleRow, b: OracleRow): number {
  return areaOf(difference(featureCollection([shapeOf(a), shapeOf(b)]))?.geometry);
}

/** Planar area in m² of a polygon. */
export function oracleSize(row: OracleRow): number {
  return areaOf(row.geometry as Polygon | MultiPolygon);
}

function shapeOf({ geometry }: OracleRow) {
  return multiPolygon(polygonsOf(geometry));
}

function polygonsOf(geometry: Geometry | null | undefined): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function areaOf(geometry: Polygon | MultiPolygon | null | undefined): number {
  return polygonsOf(geometry).reduce((sum, rings) => {
    const [shell = 0, ...holes] = rings.map(ringArea);
    return sum + shell - holes.reduce((all, hole) => all + hole, 0);
  }, 0);
}

function ringArea(ring: Position[]): number {
  const [x0, y0] = ring[0] as [number, number];
  const sum = ring.reduce((total, [x, y], i) => {
    const [nextX, nextY] = (ring[i + 1] ?? ring[0]) as [number, number];
    return total + (x! - x0) * (nextY - y0) - (nextX - x0) * (y! - y0);
  }, 0);
  return Math.abs(sum / 2);
}

/** The two ends of a segment; twice the same for a point. */
type Piece = [Position, Position];

const pieces = new WeakMap<OracleRow, Piece[]>();

function piecesOf(row: OracleRow): Piece[] {
  const known = pieces.get(row) ?? listPieces(row.geometry);
  pieces.set(row, known);
  return known;
}

function listPieces(geometry: Geometry | null): Piece[] {
  const chain = (line: Position[]) => line.slice(1).map((end, i): Piece => [line[i]!, end]);
  switch (geometry?.type) {
    case 'Point':
      return [[geometry.coordinates, geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((point): Piece => [point, point]);
    case 'LineString':
      return chain(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.flatMap(chain);
    default:
      return polygonsOf(geometry).flat().flatMap(chain);
  }
}

const boxes = new WeakMap<OracleRow, OracleBox>();

function boxOf(row: OracleRow): OracleBox {
  const known = boxes.get(row);
  if (known) return known;
  const box: OracleBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of piecesOf(row).flat() as [number, number][]) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  boxes.set(row, box);
  return box;
}

/** Whether the polygon of a row holds a position (even-odd rule); false for points and lines. */
function holds({ geometry }: OracleRow, [px, py]: Position): boolean {
  let isInside = false;
  for (const ring of polygonsOf(geometry).flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]] as [[number, number], [number, number]];
      if (y1 > py! !== y2 > py! && px! < ((x2 - x1) * (py! - y1)) / (y2 - y1) + x1) {
        isInside = !isInside;
      }
    }
  }
  return isInside;
}

function pieceDistance(p: Piece, q: Piece): number {
  if (areCrossing(p, q)) return 0;
  return Math.min(
    pointDistance(p[0], q),
    pointDistance(p[1], q),
    pointDistance(q[0], p),
    pointDistance(q[1], p),
  );
}

function areCrossing(p: Piece, q: Piece): boolean {
  const side = ([[x1, y1], [x2, y2]]: Piece, [x, y]: Position) =>
    Math.sign((x2! - x1!) * (y! - y1!) - (y2! - y1!) * (x! - x1!));
  return side(p, q[0]) * side(p, q[1]) < 0 && side(q, p[0]) * side(q, p[1]) < 0;
}

function pointDistance([x, y]: Position, [[x1, y1], [x2, y2]]: Piece): number {
  const [dx, dy] = [x2! - x1!, y2! - y1!];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x! - x1!) * dx + (y! - y1!) * dy) / length2;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x! - x1! - t * dx, y! - y1! - t * dy);
}
