import type { FileMetaData, SchemaTree } from 'hyparquet';
import { AppError } from '../../../domain/errors.ts';
import { geometriesToRows } from '../../../geo/from-geojson.ts';
import type { CheckedColumn } from '../../../geo/geometry-builder.ts';
import { readWkbRows } from '../../../geo/read-wkb.ts';
import { memorySource } from '../../../loaders/byte-source.ts';
import { PARQUET_PARSERS } from '../../../loaders/parquet-values.ts';
import { readColumns } from '../../../loaders/read-columns.ts';
import type { Finding } from '../../issue.ts';
import { expandRows, repeatValues } from '../expand-rows.ts';
import { flattenWkb, wkbHasHeights } from '../flatten-wkb.ts';
import type { SourceTable } from '../source.ts';
import { featureFindings, tableFinding } from '../source-findings.ts';
import { baseName, type SourceFormat, type SourceGroup } from '../source-format.ts';
import { checkPages } from './check-pages.ts';
import { nativeGeometry } from './native-geometry.ts';
import { typeCells } from './parquet-cells.ts';
import { findGeometryColumn, type ParquetGeometry } from './parquet-geometry.ts';

/**
 * Parquet as others write it: GeoParquet 1.0 and 1.1 (WKB and native encodings) of any CRS, the type GEOMETRY of Parquet,
 * and plain Parquet with a column of WKB; what has no geometry may still have it in columns that `placeTable` knows.
 * Codecs: none, Snappy, GZIP, ZSTD, Brotli, LZ4. Nested columns become JSON, integers beyond 2⁵³ text.
 * `source-unreadable` reason `parquet` when it is none, or cut.
 */
export const GEOPARQUET: SourceFormat = {
  name: 'GeoParquet',
  extensions: ['parquet', 'geoparquet', 'pq'],
  parts: [],
  read: async (group, { signal }) => [await readParquet(group, signal)],
};

async function readParquet({ main }: SourceGroup, signal?: AbortSignal): Promise<SourceTable> {
  const { path, bytes } = main;
  const { metadata, children } = await readFooter(bytes, path);
  const geometry = findGeometryColumn(metadata, children);
  const names = children
    .map(({ element }) => element.name)
    .filter((name) => name !== geometry?.covering);
  const cells = await readCells(bytes, path, metadata, names, signal);
  const rows = Number(metadata.num_rows);
  const shapes = geometry
    ? (cells[geometry.column] ?? [])
    : Array.from({ length: rows }, () => null);
  const placed = geometry ? placeCells(shapes, geometry) : withoutGeometry(rows);
  const attributes = children.filter(
    ({ element: { name } }) => names.includes(name) && name !== geometry?.column,
  );
  const typed = attributes.map((child) => typeCells(child, cells[child.element.name] ?? []));
  const columns = Object.fromEntries(typed.map(({ field, values }) => [field.name, values]));
  return {
    name: baseName(path),
    path,
    table: { ...placed.rows, columns: repeatValues(columns, placed.origins) },
    fields: typed.map(({ field }) => field),
    crs: geometry?.crs ?? null,
    findings: placed.findings,
  };
}

async function readFooter(
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
): Promise<{ metadata: FileMetaData; children: SchemaTree[] }> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  try {
    const file = {
      byteLength: bytes.length,
      slice: (start: number, end?: number) => bytes.slice(start, end).buffer,
    };
    const options = { geoparquet: false, parsers: PARQUET_PARSERS };
    const metadata = await parquetMetadataAsync(file, options);
    return { metadata, children: parquetSchema(metadata).children };
  } catch (cause) {
    throw unreadable(source, cause);
  }
}

async function readCells(
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
  metadata: FileMetaData,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<Record<string, unknown[]>> {
  const codecs = metadata.row_groups.flatMap(({ columns }) =>
    columns.map(({ meta_data }) => meta_data?.codec),
  );
  const isRare = codecs.some((codec) => codec && !OWN_CODECS.includes(codec));
  const compressors = isRare ? (await import('hyparquet-compressors')).compressors : {};
  const groups = metadata.row_groups.map((_, index) => index);
  try {
    await checkPages(bytes, metadata);
    const options = { compressors, ...(signal && { signal }) };
    return await readColumns(memorySource(source, bytes), metadata, groups, names, options);
  } catch (cause) {
    signal?.throwIfAborted();
    throw unreadable(source, cause);
  }
}

/** The geometries of cells. */
export interface PlacedCells {
  rows: CheckedColumn;
  /** Cell that each row is of: a collection gives several rows. */
  origins: Uint32Array;
  findings: Finding[];
}

/** The geometries that cells of a column hold, without heights, collections taken apart; what is unfit is a fault. */
export function placeCells(cells: readonly unknown[], { encoding }: ParquetGeometry): PlacedCells {
  if (encoding !== 'wkb') {
    const { geometries, hasHeights } = nativeGeometry(cells, encoding);
    const findings = hasHeights ? [tableFinding('source.heights-dropped')] : [];
    return { ...withoutGeometry(cells.length), rows: geometriesToRows(geometries), findings };
  }
  const blobs = cells.map((cell) => (cell instanceof Uint8Array ? cell : null));
  const { parts, origins, splitCollections } = expandRows(blobs, flattenWkb);
  const hasHeights = blobs.some(wkbHasHeights);
  return {
    rows: readWkbRows(parts),
    origins,
    findings: featureFindings({ hasHeights, splitCollections }),
  };
}

function withoutGeometry(rows: number): PlacedCells {
  return {
    rows: geometriesToRows(Array.from({ length: rows }, () => null)),
    origins: Uint32Array.from({ length: rows }, (_, row) => row),
    findings: [],
  };
}

function unreadable(source: string, cause: unknown): AppError {
  const words = (cause as Error).message;
  const context = { source, reason: 'parquet', words };
  return new AppError('source-unreadable', `${source}: ${words}`, context, cause);
}

/** Codecs that need no other library. */
const OWN_CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP'];
