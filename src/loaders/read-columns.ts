import { gunzipSync } from 'fflate';
import { type AsyncBuffer, type Compressors, type FileMetaData, parquetRead } from 'hyparquet';
import type { Progress } from '../domain/progress.ts';
import type { ByteSource } from './byte-source.ts';
import { PARQUET_PARSERS } from './parquet-values.ts';

/** How a read of row groups is followed and stopped. */
export interface ReadGroupsOptions {
  signal?: AbortSignal;
  /** Told of `download` in bytes, then of `decode` in rows; the caller knows which layer it is. */
  onProgress?: (progress: Omit<Progress, 'layer'>) => void;
  /** Decompressors for codecs other than Snappy and GZIP, which the files of others may have. */
  compressors?: Compressors;
}

/**
 * The cells of some columns of some row groups, one array a column, group after group in the order given. Cells are as
 * hyparquet decodes them with `PARQUET_PARSERS`. Column chunks that lie close together are fetched in one range.
 * @throws {AppError} what the source throws.
 */
export async function readColumns(
  source: ByteSource,
  metadata: FileMetaData,
  groups: readonly number[],
  columns: readonly string[],
  options: ReadGroupsOptions = {},
): Promise<Record<string, unknown[]>> {
  const ranges = columnRanges(metadata, groups, columns);
  const file = await fetchRanges(source, ranges, options);
  const cells: Record<string, unknown[]> = Object.fromEntries(columns.map((name) => [name, []]));
  if (columns.length === 0) return cells;
  const parts = narrowParts(metadata, columns);
  const { gunzip: GZIP } = source;
  const compressors = { ...DECOMPRESSORS, ...(GZIP && { GZIP }), ...options.compressors };
  const firstRows = groupStarts(metadata);
  const total = groups.reduce((sum, group) => sum + rowsOf(metadata, group), 0);
  let done = 0;
  for (const group of groups) {
    options.signal?.throwIfAborted();
    const rowStart = firstRows[group] as number;
    const rowEnd = rowStart + rowsOf(metadata, group);
    for (const { part, names } of parts) {
      await decodeGroup(file, part, names, rowStart, rowEnd, cells, compressors);
    }
    done += rowEnd - rowStart;
    options.onProgress?.({ phase: 'decode', done, total });
  }
  return cells;
}

/**
 * The columns in lots, each with a footer that tells of these alone: hyparquet searches its lists of columns one by one, which
 * takes seconds for ten thousand. A few columns are one lot, of the footer as it is.
 */
function narrowParts(
  metadata: FileMetaData,
  columns: readonly string[],
): { part: FileMetaData; names: readonly string[] }[] {
  if (columns.length <= LOT_COLUMNS) return [{ part: metadata, names: columns }];
  return Array.from({ length: Math.ceil(columns.length / LOT_COLUMNS) }, (_, lot) => {
    const names = columns.slice(lot * LOT_COLUMNS, (lot + 1) * LOT_COLUMNS);
    return { part: narrow(metadata, new Set(names)), names };
  });
}

function narrow(metadata: FileMetaData, names: ReadonlySet<string>): FileMetaData {
  const [root, ...elements] = metadata.schema;
  const kept: typeof elements = [];
  let fields = 0;
  for (let i = 0; i < elements.length; ) {
    const end = endOfField(elements, i);
    if (names.has(elements[i]!.name)) {
      kept.push(...elements.slice(i, end));
      fields++;
    }
    i = end;
  }
  const schema = [{ ...root!, num_children: fields }, ...kept];
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.filter(({ meta_data: chunk }) =>
      names.has(chunk?.path_in_schema[0] as string),
    ),
  }));
  return { ...metadata, schema, row_groups };
}

/** Where the field that begins at `start` ends: a schema lists each field before those within it. */
function endOfField(elements: FileMetaData['schema'], start: number): number {
  let open = 1;
  let i = start;
  for (; open > 0 && i < elements.length; i++) open += (elements[i]!.num_children ?? 0) - 1;
  return i;
}

/** The parts of a file that hold some columns of some row groups, in its order; those that lie close together are one. */
export function columnRanges(
  metadata: FileMetaData,
  groups: readonly number[],
  columns: readonly string[],
): ByteRange[] {
  return mergeRanges(chunkRanges(metadata, groups, columns));
}

/** A part of a file in bytes, end excluded. */
export interface ByteRange {
  start: number;
  end: number;
}

async function decodeGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
  rowStart: number,
  rowEnd: number,
  cells: Record<string, unknown[]>,
  compressors: Compressors,
): Promise<void> {
  const base = Object.fromEntries(columns.map((name) => [name, cells[name]?.length ?? 0]));
  await parquetRead({
    file,
    metadata,
    columns: [...columns],
    rowStart,
    rowEnd,
    compressors,
    parsers: PARQUET_PARSERS,
    utf8: false,
    geoparquet: false,
    onChunk: ({ columnName, columnData, rowStart: chunkStart }) => {
      const target = cells[columnName];
      const offset = (base[columnName] ?? 0) + chunkStart - rowStart;
      if (!target) return;
      for (let i = 0; i < columnData.length; i++) target[offset + i] = columnData[i];
    },
  });
}

function chunkRanges(
  metadata: FileMetaData,
  groups: readonly number[],
  columns: readonly string[],
): ByteRange[] {
  const wanted = new Set(columns);
  const ranges: ByteRange[] = [];
  for (const group of groups) {
    for (const { meta_data: chunk } of metadata.row_groups[group]?.columns ?? []) {
      if (!chunk || !wanted.has(chunk.path_in_schema[0] as string)) continue;
      const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
      ranges.push({ start, end: start + Number(chunk.total_compressed_size) });
    }
  }
  return ranges;
}

function mergeRanges(ranges: ByteRange[]): ByteRange[] {
  const merged: ByteRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start - last.end <= MAX_GAP_BYTES) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

async function fetchRanges(
  source: ByteSource,
  ranges: ByteRange[],
  { signal, onProgress }: ReadGroupsOptions,
): Promise<AsyncBuffer> {
  const total = ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    onProgress?.({ phase: 'download', done, total: Math.max(total, done) });
  };
  const options = { onBytes, ...(signal && { signal }) };
  const parts = await Promise.all(
    ranges.map(async ({ start, end }) => ({
      start,
      end,
      data: await source.read(start, end, options),
    })),
  );
  return {
    byteLength: source.bytes,
    slice(start, end = source.bytes) {
      const part = parts.find((candidate) => candidate.start <= start && candidate.end >= end);
      if (!part)
        throw new RangeError(`bytes ${start} to ${end} of ${source.name} were not fetched`);
      return part.data.slice(start - part.start, end - part.start).buffer;
    },
  };
}

function groupStarts(metadata: FileMetaData): number[] {
  let row = 0;
  return metadata.row_groups.map((group) => {
    const start = row;
    row += Number(group.num_rows);
    return start;
  });
}

function rowsOf(metadata: FileMetaData, group: number): number {
  return Number(metadata.row_groups[group]?.num_rows ?? 0);
}

/** Columns that hyparquet is given at once. */
const LOT_COLUMNS = 256;

/** Reading through a gap costs less than another request. */
const MAX_GAP_BYTES = 128 * 1024;

/** Snappy is hyparquet's own; GZIP is what our writer uses. */
const DECOMPRESSORS: Compressors = {
  GZIP: (input, length) => gunzipSync(input, { out: new Uint8Array(length) }),
};
