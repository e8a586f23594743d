import type { FileMetaData } from 'hyparquet';

/**
 * Holds the pages of a Parquet file against its footer before they are decoded: a decoder that believes a damaged page
 * may never end. One walk over the headers of pages.
 * @throws {RangeError} when a page holds more values or bytes than its column, or ends after it.
 */
export async function checkPages(bytes: Uint8Array, metadata: FileMetaData): Promise<void> {
  const { deserializeTCompactProtocol } = await import('hyparquet/src/thrift.js');
  for (const { columns, num_rows } of metadata.row_groups) {
    if (num_rows < 0n || num_rows > MAX_ROWS) throw new RangeError(`${num_rows} rows in a group`);
    for (const { meta_data: chunk } of columns) {
      if (!chunk) continue;
      const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
      const end = start + Number(chunk.total_compressed_size);
      if (start < 0 || end > bytes.length) throw new RangeError('a column ends after the file');
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, end), offset: start };
      let values = 0n;
      while (values < chunk.num_values && reader.offset < end) {
        const page = deserializeTCompactProtocol(reader);
        const data = page.field_5 ?? page.field_8;
        const { field_5: definitions, field_6: repetitions } = page.field_8 ?? NO_LEVELS;
        const sizes = [page.field_2, page.field_3, definitions, repetitions];
        const count = BigInt((data ?? page.field_7)?.field_1 ?? 0);
        reader.offset += Number(page.field_3);
        const isWhole = reader.offset <= end && sizes.every((size) => size >= 0);
        if (!isWhole || count < 0n || (data && values + count > chunk.num_values)) {
          throw new RangeError(`a page of ${count} values, ${chunk.num_values} are wanted`);
        }
        if (data) values += count;
      }
    }
  }
}

/** Pages of version 1 say the sizes of their levels within. */
const NO_LEVELS = { field_5: 0, field_6: 0 };
const MAX_ROWS = 100_000_000n;
