import type { ColumnMetaData, FileMetaData } from 'hyparquet';
import type { Extent } from '../domain/units.ts';
import type { GeoMetadata } from './geo-metadata.ts';
import type { ColumnBounds, RowGroup } from './layer-table.ts';
import { parquetValue } from './parquet-values.ts';

/**
 * The row groups of a Parquet file as its footer describes them, in file order. A group without statistics of the
 * covering column has the extent of the whole world; one without any geometry the empty extent
 * `[Infinity, Infinity, -Infinity, -Infinity]`.
 */
export function listRowGroups(
  metadata: FileMetaData,
  covering: GeoMetadata['covering'],
): RowGroup[] {
  let firstRow = 0;
  return metadata.row_groups.map((group, index) => {
    const rows = Number(group.num_rows);
    const bytes = Number(group.total_compressed_size ?? group.total_byte_size);
    const extent = groupExtent(metadata, index, covering);
    const rowGroup: RowGroup = { index, firstRow, rows, bytes, extent };
    firstRow += rows;
    return rowGroup;
  });
}

/** Indexes of the row groups whose extent meets the given one, touching included, in file order. Both in degrees. */
export function rowGroupsMeeting(rowGroups: readonly RowGroup[], extent: Extent): number[] {
  const [minX, minY, maxX, maxY] = extent;
  return rowGroups
    .filter(({ extent: [left, bottom, right, top] }) => {
      return left <= maxX && right >= minX && bottom <= maxY && top >= minY;
    })
    .map((group) => group.index);
}

/**
 * Indexes of the row groups whose statistics allow `value` in a column, in file order; groups without statistics of
 * it are kept. Few remain when the column follows the order of the rows.
 */
export function rowGroupsHolding(
  metadata: FileMetaData,
  column: string,
  value: string | number,
): number[] {
  return metadata.row_groups.flatMap((_, index) => {
    const statistics = columnMetadata(metadata, index, column)?.statistics;
    const { min_value: min, max_value: max } = statistics ?? {};
    if (min === undefined || max === undefined) return [index];
    return compare(min, value) <= 0 && compare(max, value) >= 0 ? [index] : [];
  });
}

/**
 * What the statistics of a column say of each row group, in file order. Text is cut to 16 bytes by most writers, outward. Bounds
 * that are in no order once they are values say nothing: text cut within a character, dates that four digits do not write.
 */
export function columnBounds(metadata: FileMetaData, column: string): ColumnBounds[] {
  return metadata.row_groups.map((_, index) => {
    const { min_value, max_value, null_count } =
      columnMetadata(metadata, index, column)?.statistics ?? {};
    const nulls = null_count === undefined ? null : Number(null_count);
    const [min, max] = [parquetValue(min_value), parquetValue(max_value)];
    const isCut = typeof min === 'string' && min.includes('\ufffd');
    const isOrdered = min === null || max === null || min <= max;
    return isCut || !isOrdered ? { min: null, max: null, nulls } : { min, max, nulls };
  });
}

/** What the footer says of one column of one row group; its path is written with dots. */
export function columnMetadata(
  metadata: FileMetaData,
  group: number,
  path: string,
): ColumnMetaData | undefined {
  return metadata.row_groups[group]?.columns.find(
    (chunk) => chunk.meta_data?.path_in_schema.join('.') === path,
  )?.meta_data;
}

function groupExtent(
  metadata: FileMetaData,
  group: number,
  covering: GeoMetadata['covering'],
): Extent {
  if (!covering) return WORLD;
  const statistics = covering.map((path) => columnMetadata(metadata, group, path)?.statistics);
  const [xmin, ymin, xmax, ymax] = statistics;
  const rows = metadata.row_groups[group]?.num_rows;
  if (xmin?.null_count !== undefined && xmin.null_count === rows) return EMPTY;
  const box = [xmin?.min_value, ymin?.min_value, xmax?.max_value, ymax?.max_value];
  return box.every((bound) => typeof bound === 'number') ? (box as unknown as Extent) : WORLD;
}

/**
 * As numbers when the column holds numbers, else as text: UTF-8 order, as Parquet's statistics have it, with which code
 * units agree up to U+FFFF.
 */
function compare(bound: unknown, value: string | number): number {
  const isNumeric = typeof bound === 'number' || typeof bound === 'bigint';
  const [known, wanted] = isNumeric ? [Number(bound), Number(value)] : [String(bound), `${value}`];
  if (known < wanted) return -1;
  return known > wanted ? 1 : 0;
}

const WORLD: Extent = [-180, -90, 180, 90];
const EMPTY: Extent = [Infinity, Infinity, -Infinity, -Infinity];
