import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { featureCollection, intersect, multiPolygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { parquetReadObjects } from 'hyparquet';
import proj4 from 'proj4';
import { keepNear, type OracleBox } from './keep-near.ts';

/** A polygon feature as the oracle reads it: none of the product's own code has touched it. */
export interface OracleFeature {
  properties: Record<string, unknown>;
  /** MultiPolygon coordinates in the metric CRS, metres, [x, y]. */
  polygons: Position[][][];
}

/** The polygons of a published GeoParquet file, decoded by hyparquet and projected by proj4; of the rows that are wanted, in a range. */
export async function readOraclePolygons(
  path: string,
  proj: string,
  isWanted: (properties: Record<string, unknown>) => boolean = () => true,
  range: { rowStart?: number; rowEnd?: number } = {},
): Promise<OracleFeature[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const compressors = { GZIP: (input: Uint8Array) => new Uint8Array(gunzipSync(input)) };
  const rows = await parquetReadObjects({ file, compressors, ...range });
  const { forward } = proj4(proj);
  return rows.filter(isWanted).map(({ geometry, ...properties }) => ({
    properties,
    polygons: polygonsOf(geometry as Geometry | null).map((rings) =>
      rings.map((ring) => ring.map(([lng, lat]) => forward([lng as number, lat as number]))),
    ),
  }));
}

/** Area in m² that two features share, by Turf's polygon clipping on their metres. */
export function sharedArea(a: OracleFeature, b: OracleFeature): number {
  if (!boxesWithin(a, b, 0)) return 0;
  const near = keepNear(b.polygons, boxOf(a));
  if (near.length === 0) return 0;
  const pair = featureCollection([multiPolygon(a.polygons), multiPolygon(near)]);
  return polygonsOf(intersect(pair)?.geometry ?? null).reduce(
    (sum, rings) => sum + areaOf(rings),
    0,
  );
}

/** Whether two features lie within `metres` of each other: every segment against every segment, no index. */
export function isNear(a: OracleFeature, b: OracleFeature, metres: number): boolean {
  if (!boxesWithin(a, b, metres)) return false;
  const isInside = (polygons: Position[][][], inner: Position[][][]) =>
    inner.some((rings) => containsPoint(polygons, rings[0]?.[0] as Position));
  if (isInside(a.polygons, b.polygons) || isInside(b.polygons, a.polygons)) return true;
  const box = boxOf(a);
  const segments = segmentsOf(b).filter((segment) => isSegmentWithin(segment, box, metres));
  return segmentsOf(a).some((s) => segments.some((t) => segmentDistance(s, t) <= metres));
}

/** Planar area in m² of a feature. */
export function oracleArea(feature: OracleFeature): number {
  return feature.polygons.reduce((sum, rings) => sum + areaOf(rings), 0);
}

function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function areaOf(rings: Position[][]): number {
  const [shell = 0, ...holes] = rings.map((ring) => {
    const [x0, y0] = ring[0] as [number, number];
    return Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = (ring[i + 1] ?? ring[0]) as [number, number];
        return sum + ((x as number) - x0) * (nextY - y0) - (nextX - x0) * ((y as number) - y0);
      }, 0) / 2,
    );
  });
  return shell - holes.reduce((sum, hole) => sum + hole, 0);
}

const boxes = new WeakMap<OracleFeature, OracleBox>();

function boxOf(feature: OracleFeature): OracleBox {
  let box = boxes.get(feature);
  if (!box) {
    box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of feature.polygons.flat(2) as [number, number][]) {
      box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
    boxes.set(feature, box);
  }
  return box;
}

function boxesWithin(a: OracleFeature, b: OracleFeature, metres: number): boolean {
  const [p, q] = [boxOf(a), boxOf(b)];
  return (
    p[0] <= q[2] + metres && q[0] <= p[2] + metres && p[1] <= q[3] + metres && q[1] <= p[3] + metres
  );
}

type Segment = [x1: number, y1: number, x2: number, y2: number];

function isSegmentWithin([x1, y1, x2, y2]: Segment, box: OracleBox, metres: number): boolean {
  return (
    Math.min(x1, x2) <= box[2] + metres &&
    Math.max(x1, x2) >= box[0] - metres &&
    Math.min(y1, y2) <= box[3] + metres &&
    Math.max(y1, y2) >= box[1] - metres
  );
}

function segmentsOf({ polygons }: OracleFeature): Segment[] {
  return polygons.flat().flatMap((ring) =>
    ring.slice(1).map(([x, y], i): Segment => {
      const [fromX, fromY] = ring[i] as [number, number];
      return [fromX, fromY, x as number, y as number];
    }),
  );
}

function segmentDistance(s: Segment, t: Segment): number {
  if (crosses(s, t)) return 0;
  return Math.min(
    pointDistance(s[0], s[1], t),
    pointDistance(s[2], s[3], t),
    pointDistance(t[0], t[1], s),
    pointDistance(t[2], t[3], s),
  );
}

function crosses(s: Segment, t: Segment): boolean {
  const side = ([x1, y1, x2, y2]: Segment, x: number, y: number) =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return (
    side(s, t[0], t[1]) * side(s, t[2], t[3]) < 0 && side(t, s[0], s[1]) * side(t, s[2], s[3]) < 0
  );
}

function pointDistance(x: number, y: number, [x1, y1, x2, y2]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

function containsPoint(polygons: Position[][][], [px, py]: Position): boolean {
  let isInside = false;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1] as [number, number];
      const [x2, y2] = ring[i] as [number, number];
      const isSpanned = y1 > (py as number) !== y2 > (py as number);
      if (isSpanned && (px as number) < ((x2 - x1) * ((py as number) - y1)) / (y2 - y1) + x1) {
        isInside = !isInside;
      }
    }
  }
  return isInside;
}
