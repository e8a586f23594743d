import { readFile } from 'node:fs/promises';
import type { Feature, Geometry } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { Value } from '../../../src/domain/feature.ts';
import type { Extent } from '../../../src/domain/units.ts';
import { openGdal } from '../../../src/gdal/node-gdal.ts';
import { geometriesToRows } from '../../../src/geo/from-geojson.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { toDegrees } from '../../../src/publish/crs/to-degrees.ts';
import type { Finding } from '../../../src/publish/issue.ts';
import { unpack } from '../../../src/publish/read/archive/unpack.ts';
import { frenchNumber } from '../../../src/publish/read/columns/french-number.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';
import type { SourceFile } from '../../../src/publish/source-file.ts';
import type { BodyKind, Part } from '../part.ts';
import { issueNotes } from './issue-notes.ts';
import { dropImpossible, exchangeAxes } from './mend-places.ts';

/** How the files of a source are to be understood. */
export interface ReadAs {
  /** Table to take of a file that has several: its name, or the end of it after `_`. Absent: the one with most rows. */
  table?: string | undefined;
  /** Columns of x and y, where the table has several such pairs or their names do not tell. */
  place?: { x: string; y: string } | undefined;
  /** CRS to believe where the file says none or a wrong one. */
  crs?: string | undefined;
  /** Box of the territory, degrees. */
  extent: Extent;
  signal?: AbortSignal | undefined;
}

/** What files hold. */
export interface ReadFeatures {
  /** A feature a row, also of rows without geometry (null); degrees, longitude first. */
  features: Iterable<Feature>;
  count: number;
  /** Names of the fields, whether or not there is a row. */
  names: string[];
  /** French sentences: what had to be decided, mended or left out. */
  notes: string[];
}

/** The body of a part as a file that readers know the form of. */
export async function partFile(part: Part): Promise<SourceFile> {
  const path = `${part.key}.${EXTENSIONS[part.kind]}`;
  return { path, bytes: new Uint8Array(await readFile(part.path as string)) };
}

/**
 * The rows of one table of files in any form that publishing reads, in degrees. Coordinates that no place on Earth has, in rows of a
 * table in degrees, count as none; a latitude before its longitude is put right where it then leads to the territory. Both are told.
 * @throws {AppError} `source-failed`, reason `schema`, with the `field` `table` when there is no such table; else as `readFiles` and
 * `toDegrees`.
 */
export async function readFeatures(
  files: readonly SourceFile[],
  as: ReadAs,
): Promise<ReadFeatures> {
  const context = { gdal: sharedGdal, ...(as.signal && { signal: as.signal }) };
  const { source, notes } = chooseTable(await readFiles(unpack(files), context), as.table);
  return placeFeatures(source, notes, as);
}

/** The rows of a table that was read, in degrees, as `readFeatures` gives them. */
export async function placeFeatures(
  source: SourceTable,
  notes: readonly string[],
  { crs, extent, place }: ReadAs,
): Promise<ReadFeatures> {
  const possible = dropImpossible(place ? placeByColumns(source, place) : source);
  const straight = exchangeAxes(possible.source, extent);
  const { table, findings } = straight.source;
  const placed = await toDegrees(straight.source, crs ?? null, {
    gdal: sharedGdal,
    territory: { extent },
  });
  return {
    features: rowsOf({ ...table, geometry: placed.geometry }),
    count: placed.geometry.length,
    names: Object.keys(table.columns),
    notes: [
      ...notes,
      ...issueNotes([...findings, ...placed.findings, ...unreadable(table)]),
      ...possible.notes,
      ...straight.notes,
    ],
  };
}

function* rowsOf({ geometry, columns }: SourceTable['table']): Generator<Feature> {
  const names = Object.keys(columns);
  for (let row = 0; row < geometry.length; row++) {
    const properties = Object.fromEntries(names.map((name) => [name, columns[name]?.[row]]));
    // A row without geometry is GeoJSON too, which the type of a feature does not say.
    const shape = rowToGeometry(geometry, row) as Geometry;
    yield { type: 'Feature', geometry: shape, properties };
  }
}

/** @throws {AppError} `source-failed`, reason `schema`, with the `field` that is no column. */
function placeByColumns(source: SourceTable, { x, y }: { x: string; y: string }): SourceTable {
  const { columns } = source.table;
  const missing = [x, y].find((name) => !columns[name]);
  if (missing) {
    const context = { reason: 'schema', field: missing };
    throw new AppError('source-failed', `no column ${missing}`, context);
  }
  const ys = columns[y]?.map(numberOf) ?? [];
  const points = columns[x]?.map(numberOf).map((value, row) => pointOf(value, ys[row] ?? null));
  return { ...source, crs: null, table: { ...geometriesToRows(points ?? []), columns } };
}

function numberOf(value: Value): number | null {
  if (value === null || typeof value === 'number') return value;
  return frenchNumber(String(value).trim());
}

function pointOf(x: number | null, y: number | null): Geometry | null {
  return x === null || y === null ? null : { type: 'Point', coordinates: [x, y] };
}

function chooseTable(
  tables: readonly SourceTable[],
  name: string | undefined,
): { source: SourceTable; notes: string[] } {
  const named = name ? tables.filter((table) => isNamed(table, name)) : tables;
  const [source, ...others] = [...named].sort((a, b) => rowsIn(b) - rowsIn(a));
  if (!source) {
    const context = { reason: 'schema', field: name ?? 'table' };
    throw new AppError('source-failed', `no table ${name} in ${tables.length}`, context);
  }
  const left = others.filter((table) => rowsIn(table) > 0);
  return { source, notes: left.map((table) => leftOut(table)) };
}

function isNamed({ name }: SourceTable, wanted: string): boolean {
  const plain = name.toLowerCase();
  return plain === wanted.toLowerCase() || plain.endsWith(`_${wanted.toLowerCase()}`);
}

function leftOut(table: SourceTable): string {
  return `La table « ${table.name} » (${rowsIn(table)} lignes) n’est pas prise.`;
}

const rowsIn = ({ table }: SourceTable) => table.geometry.length;

function unreadable({ faults }: SourceTable['table']): Finding[] {
  return faults.map(({ row, reason }) => {
    return { rule: 'source.geometry-unreadable', row, place: null, facts: { reason } };
  });
}

/** One GDAL for all recipes: its thread does not keep the process alive. */
function sharedGdal() {
  shared ??= Promise.resolve(openGdal());
  return shared;
}

let shared: Promise<ReturnType<typeof openGdal>> | null = null;

const EXTENSIONS: Record<BodyKind, string> = {
  json: 'json',
  csv: 'csv',
  zip: 'zip',
  parquet: 'parquet',
  geopackage: 'gpkg',
  xml: 'gml',
  gpx: 'gpx',
  'gzip-json': 'json',
  'gzip-csv': 'csv',
};
