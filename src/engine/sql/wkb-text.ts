import { visitCoordinates } from '../../geo/wkb-coordinates.ts';

/** WKT of a WKB as PostGIS writes it: `POLYGON((0 0,1 0,1 1,0 0))`; numbers with as many digits as they have. */
export function wkbToText(wkb: Uint8Array): string {
  return textOf(readTree(wkb));
}

/**
 * GeoJSON of a WKB with its coordinates as they stand, to 9 decimals, and the name of their CRS when it is not 4326: as
 * `ST_AsGeoJSON` of PostGIS.
 */
export function wkbToGeoJson(wkb: Uint8Array, srid: number): string {
  const crs = srid === 4326 ? {} : { crs: { type: 'name', properties: { name: `EPSG:${srid}` } } };
  const { type, ...rest } = geoJsonOf(readTree(wkb));
  return JSON.stringify({ type, ...crs, ...rest });
}

type Pair = [number, number];

/** A geometry as a tree: rings of a single one, or the parts of several. */
interface Tree {
  type: number;
  rings: Pair[][];
  parts: Tree[];
}

const NAMES = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];

function readTree(wkb: Uint8Array): Tree {
  const runs: Pair[][] = [];
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  visitCoordinates(wkb, (offset, count) => {
    const pair = (i: number): Pair => [
      view.getFloat64(offset + 16 * i, true),
      view.getFloat64(offset + 16 * i + 8, true),
    ];
    runs.push(Array.from({ length: count }, (_, i) => pair(i)));
  });
  return buildTree(view, { at: 0 }, runs.values());
}

/** The structure is read again beside the runs, which come in the same order. */
function buildTree(view: DataView, cursor: { at: number }, runs: Iterator<Pair[]>): Tree {
  const code = view.getUint32(cursor.at + 1, true);
  cursor.at += (code & 0x20000000) === 0 ? 5 : 9;
  const type = code & 0xff;
  const next = (): Pair[] => {
    const run = runs.next().value as Pair[];
    cursor.at += 16 * run.length;
    return run;
  };
  const count = () => {
    cursor.at += 4;
    return view.getUint32(cursor.at - 4, true);
  };
  const tree: Tree = { type, rings: [], parts: [] };
  if (type === 1) {
    const run = next();
    if (!Number.isNaN(run[0]?.[0])) tree.rings.push(run);
  } else if (type === 2) {
    if (count() > 0) tree.rings.push(next());
    else next();
  } else if (type === 3) {
    for (let rings = count(); rings > 0; rings--) {
      cursor.at += 4;
      tree.rings.push(next());
    }
  } else {
    for (let parts = count(); parts > 0; parts--) tree.parts.push(buildTree(view, cursor, runs));
  }
  return tree;
}

function textOf(tree: Tree): string {
  const name = (NAMES[tree.type] as string).toUpperCase();
  const body = bodyOf(tree);
  return body === null ? `${name} EMPTY` : `${name}${body}`;
}

function bodyOf({ type, rings, parts }: Tree): string | null {
  const run = (pairs: Pair[]) => `(${pairs.map((pair) => pair.join(' ')).join(',')})`;
  if (type > 3) {
    if (parts.length === 0) return null;
    return `(${parts.map((part) => (type === 7 ? textOf(part) : (bodyOf(part) ?? 'EMPTY'))).join(',')})`;
  }
  if (rings.length === 0) return null;
  return type === 3 ? `(${rings.map(run).join(',')})` : run(rings[0] as Pair[]);
}

interface GeoJsonTree {
  type: string;
  coordinates?: unknown;
  geometries?: GeoJsonTree[];
}

function geoJsonOf(tree: Tree): GeoJsonTree {
  const type = NAMES[tree.type] as string;
  if (tree.type === 7) return { type, geometries: tree.parts.map(geoJsonOf) };
  return { type, coordinates: coordinatesOf(tree) };
}

function coordinatesOf({ type, rings, parts }: Tree): unknown {
  const round = (pair: Pair) => pair.map((value) => Number(value.toFixed(9)));
  if (type > 3) return parts.map(coordinatesOf);
  if (type === 3) return rings.map((ring) => ring.map(round));
  const [run = []] = rings;
  return type === 1 ? (run[0] ? round(run[0]) : []) : run.map(round);
}
