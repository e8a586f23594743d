import { type FileMetaData, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { STORAGE_CRS } from '../domain/crs.ts';
import { AppError } from '../domain/errors.ts';
import type { Value } from '../domain/feature.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { readWkbRows } from '../geo/read-wkb.ts';
import { columnExtent } from '../geo/row-boxes.ts';
import { type ByteSource, memorySource } from './byte-source.ts';
import { type GeoMetadata, parseGeoMetadata } from './geo-metadata.ts';
import type { ColumnBounds, LayerTable, ReadTable, RowGroup } from './layer-table.ts';
import { PARQUET_PARSERS, parquetValue } from './parquet-values.ts';
import { type ReadGroupsOptions, readColumns } from './read-columns.ts';
import { columnBounds, listRowGroups, rowGroupsHolding } from './row-groups.ts';

/** An open GeoParquet file: its footer is read, its rows are fetched when asked for. */
export interface GeoParquetFile {
  rows: number;
  /** Names of the attribute columns: neither geometry, nor covering, nor nested. */
  columns: string[];
  rowGroups: RowGroup[];
  /** Indexes of the row groups that may hold `value` in a column, by their statistics. */
  rowGroupsHolding(column: string, value: string | number): number[];
  /** Bounds of a column's values in each row group, by their statistics. */
  boundsOf(column: string): ColumnBounds[];
  /** Attributes of some row groups, in the order given, without their geometry. */
  readAttributes(
    groups: readonly number[],
    columns: readonly string[],
    options?: ReadGroupsOptions,
  ): Promise<LayerTable['columns']>;
  /** Geometry and attributes of some row groups, in the order given; what geometry is unfit is a fault. */
  readRowGroups(
    groups: readonly number[],
    columns: readonly string[],
    options?: ReadGroupsOptions,
  ): Promise<ReadTable>;
}

/**
 * Opens a GeoParquet 1.0 or 1.1 file: WKB geometry in OGC:CRS84 (degrees, longitude first), compressed by Snappy, GZIP
 * or not at all. Costs one request of the file's tail; a small file is fetched whole.
 * @throws {AppError} `layer-missing`, `layer-truncated` when the footer cannot be read, `layer-invalid` when it is no
 * GeoParquet or a column asked for is absent, `crs-unknown` when the geometry is in another CRS.
 * Reading row groups throws `crs-unknown` when coordinates are no degrees.
 */
export async function openGeoParquet(
  source: ByteSource,
  options: { signal?: AbortSignal } = {},
): Promise<GeoParquetFile> {
  const kept = await keepSmallFile(source, options.signal);
  const metadata = await readFooter(kept, options.signal);
  const geoText = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const geo = parseGeoMetadata(geoText, source.name);
  if (geo.crs !== STORAGE_CRS) {
    const context = { url: source.name, crs: geo.crs, seen: geo.crs, wanted: STORAGE_CRS };
    throw new AppError('crs-unknown', `${source.name} is in ${geo.crs}`, context);
  }
  return createFile(kept, metadata, geo);
}

/**
 * All rows of a GeoParquet file, with the attributes named.
 * @throws {AppError} as `openGeoParquet` and the reading of its row groups.
 */
export async function readGeoParquet(
  source: ByteSource,
  columns: readonly string[],
): Promise<ReadTable> {
  const file = await openGeoParquet(source);
  const groups = file.rowGroups.map(({ index }) => index);
  return file.readRowGroups(groups, columns);
}

function createFile(source: ByteSource, metadata: FileMetaData, geo: GeoMetadata): GeoParquetFile {
  const columns = attributeColumns(metadata, geo);
  const known = new Set([geo.column, ...columns]);
  const read = async (
    groups: readonly number[],
    names: readonly string[],
    options?: ReadGroupsOptions,
  ) => {
    const absent = names.find((name) => !known.has(name));
    if (absent !== undefined) throw invalid(source, `no column "${absent}"`);
    return decoding(source, () => readColumns(source, metadata, groups, names, options));
  };
  return {
    rows: Number(metadata.num_rows),
    columns,
    rowGroups: listRowGroups(metadata, geo.covering),
    rowGroupsHolding: (column, value) => rowGroupsHolding(metadata, column, value),
    boundsOf: (column) => columnBounds(metadata, column),
    async readAttributes(groups, names, options) {
      return toValues(await read(groups, names, options), names);
    },
    async readRowGroups(groups, names, options) {
      const cells = await read(groups, [geo.column, ...names], options);
      const blobs = cells[geo.column] as (Uint8Array | null)[];
      const rows = await decoding(source, async () => readWkbRows(blobs));
      checkDegrees(source, rows.geometry);
      return { ...rows, columns: toValues(cells, names) };
    },
  };
}

/** A file that says nothing of its CRS means degrees; one whose numbers cannot be degrees was written by mistake. */
function checkDegrees({ name }: ByteSource, geometry: GeometryColumn): void {
  const [minX, minY, maxX, maxY] = columnExtent(geometry) ?? [0, 0, 0, 0];
  if (minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90) return;
  const context = { url: name, x: minX, y: minY, wanted: STORAGE_CRS };
  throw new AppError('crs-unknown', `${name} holds ${minX} ${minY}, no degrees`, context);
}

function attributeColumns(metadata: FileMetaData, geo: GeoMetadata): string[] {
  return parquetSchema(metadata)
    .children.filter((child) => child.children.length === 0 && child.element.name !== geo.column)
    .map((child) => child.element.name);
}

function toValues(
  cells: Record<string, unknown[]>,
  names: readonly string[],
): Record<string, Value[]> {
  return Object.fromEntries(names.map((name) => [name, cells[name]?.map(parquetValue) ?? []]));
}

async function keepSmallFile(source: ByteSource, signal?: AbortSignal): Promise<ByteSource> {
  if (source.bytes > SMALL_FILE_BYTES) return source;
  const data = await source.read(0, source.bytes, signal && { signal });
  return { ...source, ...memorySource(source.name, data) };
}

async function readFooter(source: ByteSource, signal?: AbortSignal): Promise<FileMetaData> {
  const file = {
    byteLength: source.bytes,
    slice: async (start: number, end = source.bytes) =>
      (await source.read(start, end, signal && { signal })).slice().buffer,
  };
  try {
    return await parquetMetadataAsync(file, {
      initialFetchSize: FOOTER_GUESS_BYTES,
      geoparquet: false,
      parsers: PARQUET_PARSERS,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    const context = { url: source.name, seen: source.bytes };
    throw new AppError('layer-truncated', `${source.name}: footer unreadable`, context, cause);
  }
}

/** Runs a decoding step; what the decoder throws becomes `layer-invalid`, our own errors and cancels pass. */
async function decoding<T>(source: ByteSource, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof AppError || (cause as Error).name === 'AbortError') throw cause;
    throw invalid(source, (cause as Error).message, cause);
  }
}

function invalid(source: ByteSource, reason: string, cause?: unknown): AppError {
  const context = { url: source.name, reason };
  return new AppError('layer-invalid', `${source.name}: ${reason}`, context, cause);
}

/** Files up to this size are fetched whole: one request instead of two. */
const SMALL_FILE_BYTES = 512 * 1024;

/** Tail fetched first; holds the footer of some 150 row groups of 14 columns. */
const FOOTER_GUESS_BYTES = 160 * 1024;
