import type { Geometry, Position } from 'geojson';

/** A geometry written as WKT. */
export interface WktGeometry {
  /** Null when it is empty. */
  geometry: Geometry | null;
  /** EPSG code that EWKT gives (`SRID=2154;POINT(…)`); null for none. */
  srid: number | null;
}

/** Whether a text begins as WKT or EWKT of a geometry. */
export function looksLikeWkt(text: string): boolean {
  return START.test(text);
}

/** The geometry of a WKT or EWKT (OGC 06-103r4 and ISO, heights and measures kept); null for text that is none. */
export function readWkt(text: string): WktGeometry | null {
  const srid = text.match(/^\s*SRID\s*=\s*(\d+)\s*;/i);
  const cursor = { text, at: srid?.[0].length ?? 0 };
  const geometry = readGeometry(cursor, 0);
  if (geometry === undefined || text.slice(cursor.at).trim() !== '') return null;
  return { geometry, srid: srid ? Number(srid[1]) : null };
}

interface Cursor {
  text: string;
  at: number;
}

/** Positions, or lists of them of any depth; an empty list for `EMPTY`. */
type Nested = Position | Nested[];

/** Null when it is empty, undefined when it is no WKT. */
function readGeometry(cursor: Cursor, depth: number): Geometry | null | undefined {
  const tag = take(cursor, TAG);
  const type = TYPES[tag?.[1]?.toUpperCase() ?? ''];
  if (!type || depth > MAX_DEPTH) return undefined;
  if (take(cursor, EMPTY)) return null;
  if (type === 'GeometryCollection') return readCollection(cursor, depth);
  const list = readList(cursor, 0);
  if (!list) return undefined;
  if (type === 'Point') return { type, coordinates: list[0] as Position };
  if (type === 'MultiPoint') {
    const points = list.map((item) => (Array.isArray(item[0]) ? item[0] : item));
    return { type, coordinates: points as Position[] };
  }
  return { type, coordinates: list } as Geometry;
}

function readCollection(cursor: Cursor, depth: number): Geometry | undefined {
  const geometries: Geometry[] = [];
  if (!take(cursor, OPEN)) return undefined;
  do {
    const part = readGeometry(cursor, depth + 1);
    if (part === undefined) return undefined;
    if (part) geometries.push(part);
  } while (take(cursor, COMMA));
  return take(cursor, CLOSE) ? { type: 'GeometryCollection', geometries } : undefined;
}

function readList(cursor: Cursor, depth: number): Nested[] | undefined {
  if (depth > 3 || !take(cursor, OPEN)) return undefined;
  const list: Nested[] = [];
  do {
    const numbers = take(cursor, NUMBERS);
    const item = numbers
      ? (numbers[0].trim().split(/\s+/).map(Number) as Position)
      : take(cursor, EMPTY)
        ? []
        : readList(cursor, depth + 1);
    if (!item) return undefined;
    list.push(item);
  } while (take(cursor, COMMA));
  return take(cursor, CLOSE) ? list : undefined;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match) cursor.at = pattern.lastIndex;
  return match;
}

const MAX_DEPTH = 20;
const START =
  /^\s*(SRID\s*=\s*\d+\s*;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(ZM|Z|M)?\s*(\(|EMPTY)/i;
const TAG = /\s*([A-Z]+?)\s*(?:ZM|Z|M)?\s*(?=\(|EMPTY)/iy;
const EMPTY = /\s*EMPTY\s*/iy;
const OPEN = /\s*\(\s*/y;
const CLOSE = /\s*\)\s*/y;
const COMMA = /\s*,\s*/y;
const NUMBERS = /\s*[-+.\dEe]+(?:\s+[-+.\dEe]+)+/y;
const TYPES: Record<string, Geometry['type']> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
};
