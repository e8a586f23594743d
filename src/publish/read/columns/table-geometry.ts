import type { Geometry } from 'geojson';
import { STORAGE_CRS } from '../../../domain/crs.ts';
import type { Value } from '../../../domain/feature.ts';
import { geometriesToRows } from '../../../geo/from-geojson.ts';
import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { firstPosition } from '../../../loaders/first-position.ts';
import { flattenCollection } from '../../../loaders/flatten-collection.ts';
import { canonicalCrs } from '../../crs/same-crs.ts';
import { expandRows, repeatValues } from '../expand-rows.ts';
import type { SourceTable } from '../source.ts';
import { featureFindings } from '../source-findings.ts';
import { UNREADABLE } from '../unreadable.ts';
import { frenchNumber } from './french-number.ts';
import { findPairColumn, findPositionColumns, readPair } from './position-columns.ts';
import { looksLikeWkt, readWkt } from './read-wkt.ts';

/** Geometries that were found in the columns of a table, one a row. */
interface FoundGeometry {
  geometries: (Geometry | null)[];
  crs: string | null;
  /** Column that held nothing else, and goes. */
  consumed: string | null;
}

/**
 * A table with the geometry that its columns hold, where it had none (CSV, spreadsheets): a column of WKT, EWKT or GeoJSON,
 * which is then no attribute any more, that of most rows when there are several; else columns of easting and northing, or
 * of longitude and latitude, by their names; else one column of `latitude, longitude`. Cells that cannot be read are
 * faults of their rows. A table that has geometry, or where none is found, comes back as it is.
 */
export function placeTable(source: SourceTable): SourceTable {
  const { geometry, columns } = source.table;
  if (geometry.length === 0 || geometry.kinds.some((kind) => kind !== GEOMETRY_KIND.none)) {
    return source;
  }
  const found = fromShapes(columns) ?? fromPositions(columns) ?? fromPairs(columns);
  return found ? withGeometry(source, found) : source;
}

function withGeometry(
  source: SourceTable,
  { geometries, crs, consumed }: FoundGeometry,
): SourceTable {
  const { parts, origins, splitCollections } = expandRows(geometries, flattenCollection);
  const placed = geometriesToRows(parts);
  const kept = Object.entries(source.table.columns).filter(([name]) => name !== consumed);
  const places = new Map(Array.from(origins, (row, place) => [row, place]));
  const hasHeights = geometries.some((geometry) => firstPosition(geometry).length > 2);
  return {
    ...source,
    table: { ...placed, columns: repeatValues(Object.fromEntries(kept), origins) },
    fields: source.fields.filter(({ name }) => name !== consumed),
    crs: source.crs ?? crs,
    findings: [
      ...source.findings.map(({ row, ...finding }) => {
        return { ...finding, row: row === null ? null : (places.get(row) ?? row) };
      }),
      ...featureFindings({ hasHeights, splitCollections }),
    ],
  };
}

function fromShapes(columns: Record<string, Value[]>): FoundGeometry | null {
  const shapes = Object.entries(columns)
    .map(([name, values]) => ({ name, values, read: shapeReader(values) }))
    .map((column) => ({ ...column, known: column.read ? countKnown(column.values) : 0 }))
    .sort((a, b) => b.known - a.known);
  const [column] = shapes;
  if (!column?.read) return null;
  const { read, name, values } = column;
  const rows = values.map((value) => (value === null ? null : read(String(value))));
  const srid = rows.find((row) => row?.srid)?.srid;
  const geometries = rows.map((row, index) => {
    return row || values[index] === null ? (row?.geometry ?? null) : UNREADABLE;
  });
  const told = read === readGeoJsonCell ? STORAGE_CRS : null;
  const crs = srid ? canonicalCrs(`EPSG:${srid}`) : believed(told, geometries);
  return { geometries, crs, consumed: name };
}

type ReadShape = (cell: string) => { geometry: Geometry | null; srid: number | null } | null;

/** How the cells of a column are read when its first ones hold shapes; null when they do not. */
function shapeReader(values: readonly Value[]): ReadShape | null {
  const first = values.filter((value) => value !== null).slice(0, 20);
  if (first.length === 0 || !first.every((value) => typeof value === 'string')) return null;
  if (first.every(looksLikeWkt)) return readWkt;
  return first.every((cell) => /^\s*\{.*"coordinates"\s*:\s*\[/s.test(cell))
    ? readGeoJsonCell
    : null;
}

function readGeoJsonCell(cell: string): ReturnType<ReadShape> {
  try {
    return { geometry: JSON.parse(cell) as Geometry, srid: null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function fromPositions(columns: Record<string, Value[]>): FoundGeometry | null {
  const found = findPositionColumns(Object.keys(columns));
  if (!found) return null;
  const [xs, ys] = [columns[found.x] ?? [], columns[found.y] ?? []];
  const geometries = xs.map((x, row) => pointOf(toNumber(x), toNumber(ys[row] ?? null)));
  if (!geometries.some((geometry) => geometry?.type === 'Point')) return null;
  return { geometries, crs: believed(found.crs, geometries), consumed: null };
}

function fromPairs(columns: Record<string, Value[]>): FoundGeometry | null {
  const name = findPairColumn(Object.keys(columns));
  const values = name === null ? [] : (columns[name] ?? []);
  const geometries = values.map((value) => {
    const pair = value === null ? null : readPair(String(value));
    return value === null ? null : pair ? pointOf(...pair) : UNREADABLE;
  });
  if (!geometries.some((geometry) => geometry?.type === 'Point')) return null;
  return { geometries, crs: believed(STORAGE_CRS, geometries), consumed: null };
}

/** NaN for a cell that holds no number; null for an empty one. */
function toNumber(value: Value): number | null {
  if (value === null || typeof value === 'number') return value;
  return frenchNumber(String(value).trim()) ?? Number.NaN;
}

function pointOf(x: number | null, y: number | null): Geometry | null {
  if (x === null && y === null) return null;
  return { type: 'Point', coordinates: [x ?? Number.NaN, y ?? Number.NaN] };
}

/** Degrees are believed by a name or a format, unless the numbers cannot be degrees. */
function believed(crs: string | null, geometries: readonly (Geometry | null)[]): string | null {
  if (crs !== STORAGE_CRS) return crs;
  const isDegrees = geometries.every((geometry) => {
    const [x = 0, y = 0] = firstPosition(geometry);
    return !(Math.abs(x) > 180 || Math.abs(y) > 90);
  });
  return isDegrees ? crs : null;
}

function countKnown(values: readonly Value[]): number {
  return values.reduce<number>((count, value) => count + (value === null ? 0 : 1), 0);
}
