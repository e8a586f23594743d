import type { FileMetaData, SchemaTree } from 'hyparquet';
import { STORAGE_CRS } from '../../../domain/crs.ts';
import { AppError } from '../../../domain/errors.ts';
import type { Extent } from '../../../domain/units.ts';
import type { CheckedColumn } from '../../../geo/geometry-builder.ts';
import type { ByteSource } from '../../../loaders/byte-source.ts';
import { parseGeoMetadata } from '../../../loaders/geo-metadata.ts';
import type { LayerTable } from '../../../loaders/layer-table.ts';
import { PARQUET_PARSERS } from '../../../loaders/parquet-values.ts';
import { type ByteRange, columnRanges, readColumns } from '../../../loaders/read-columns.ts';
import { listRowGroups } from '../../../loaders/row-groups.ts';
import { canonicalCrs } from '../../crs/same-crs.ts';
import { repeatValues } from '../expand-rows.ts';
import { placeCells } from './geoparquet-source.ts';
import { typeCells } from './parquet-cells.ts';
import { findGeometryColumn } from './parquet-geometry.ts';

/** A GeoParquet file of others, known by its footer, of which some parts will be read. */
export interface ParquetSlices {
  rows: number;
  /** Number of row groups. */
  groups: number;
  /** Names of the attribute columns. */
  columns: string[];
  /** Box of each row group's features, degrees; null where the footer tells none of them. */
  extents: Extent[] | null;
  /** Parts of the file that hold the geometry and some attributes of some row groups, in its order. */
  ranges(groups: readonly number[], columns: readonly string[]): ByteRange[];
  /** Geometry (degrees, without heights) and attributes of one row group. */
  read(source: ByteSource, group: number, columns: readonly string[]): Promise<SliceRows>;
}

/** The rows of a row group; what geometry is unfit is a fault. */
export interface SliceRows extends CheckedColumn, Pick<LayerTable, 'columns'> {}

/**
 * Bytes at the end of a Parquet file that its footer takes, with its length and the magic number after it, as the last eight bytes tell.
 * @throws {AppError} `source-unreadable`, reason `parquet`, when they do not end a Parquet file.
 */
export function footerBytes(tail: Uint8Array, name: string): number {
  const end = tail.subarray(-8);
  const isParquet = end.length === 8 && new TextDecoder().decode(end.subarray(4)) === 'PAR1';
  if (!isParquet) throw unreadable(name, 'no end of a Parquet file');
  return new DataView(end.buffer, end.byteOffset).getUint32(0, true) + 8;
}

/**
 * What the end of a GeoParquet file tells of it: GeoParquet 1.0 and 1.1 as WKB, or the type GEOMETRY of Parquet. Row groups have the boxes
 * of the covering's statistics, else those of the geometry's own.
 * @throws {AppError} `source-unreadable`, reason `parquet`, when it is none; `crs-unknown` when its coordinates are no degrees.
 */
export async function openSlices(tail: Uint8Array, name: string): Promise<ParquetSlices> {
  const { metadata, children } = await parseFooter(tail, name);
  const geometry = findGeometryColumn(metadata, children);
  if (geometry?.encoding !== 'wkb') throw unreadable(name, 'no geometry as WKB');
  const crs = canonicalCrs(geometry.crs ?? 'unknown');
  if (crs !== STORAGE_CRS) {
    throw new AppError('crs-unknown', `${name} is in ${crs}`, {
      source: name,
      crs,
      reason: 'unknown',
    });
  }
  const attributes = children.filter(({ element }) => {
    return element.name !== geometry.column && element.name !== geometry.covering;
  });
  const childOf = new Map(attributes.map((child) => [child.element.name, child]));
  return {
    rows: Number(metadata.num_rows),
    groups: metadata.row_groups.length,
    columns: [...childOf.keys()],
    extents: groupExtents(metadata, geometry.column, name),
    ranges: (groups, columns) => columnRanges(metadata, groups, [geometry.column, ...columns]),
    async read(source, group, columns) {
      const { compressors } = await import('hyparquet-compressors');
      const names = [geometry.column, ...columns];
      const cells = await decoding(name, () =>
        readColumns(source, metadata, [group], names, { compressors }),
      );
      const { rows, origins } = placeCells(cells[geometry.column] ?? [], geometry);
      const typed = columns.map((column) => {
        const child = childOf.get(column);
        if (!child) throw unreadable(name, `no column ${column}`);
        return [column, typeCells(child, cells[column] ?? []).values] as const;
      });
      return { ...rows, columns: repeatValues(Object.fromEntries(typed), origins) };
    },
  };
}

async function parseFooter(
  tail: Uint8Array,
  name: string,
): Promise<{ metadata: FileMetaData; children: SchemaTree[] }> {
  const { parquetMetadata, parquetSchema } = await import('hyparquet');
  return decoding(name, async () => {
    const options = { geoparquet: false, parsers: PARQUET_PARSERS };
    const metadata = parquetMetadata(tail.slice().buffer, options);
    return { metadata, children: parquetSchema(metadata).children };
  });
}

function groupExtents(metadata: FileMetaData, column: string, name: string): Extent[] | null {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const covering = text ? parseGeoMetadata(text, name).covering : null;
  if (covering) return listRowGroups(metadata, covering).map(({ extent }) => extent);
  const extents = metadata.row_groups.map(({ columns }): Extent | null => {
    const chunk = columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column);
    const box = chunk?.meta_data?.geospatial_statistics?.bbox;
    return box ? [box.xmin, box.ymin, box.xmax, box.ymax] : null;
  });
  return extents.every((extent) => extent !== null) ? extents : null;
}

async function decoding<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw unreadable(name, (cause as Error).message, cause);
  }
}

function unreadable(source: string, words: string, cause?: unknown): AppError {
  const context = { source, reason: 'parquet', words };
  return new AppError('source-unreadable', `${source}: ${words}`, context, cause);
}
