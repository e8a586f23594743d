import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../src/domain/errors.ts';
import { listZipEntries } from '../../../src/publish/read/archive/zip-entries.ts';
import type { Part } from '../part.ts';
import { csvCells, csvRecords } from './csv-records.ts';
import type { Placed } from './territory-codes.ts';

/** Whose a row is, told by the cells of some of its columns. */
export interface RowSieve {
  /** Names of columns, as the first line spells them. */
  columns: string[];
  /** What the cells of these columns say of a row. */
  judge(cells: readonly string[]): Placed;
}

/** The rows of a large table that are wanted. */
export interface SiftedCsv {
  /** First line and wanted lines, in the encoding and with the separator of the source. */
  bytes: Uint8Array<ArrayBuffer>;
  read: number;
  /** Rows that the judge could not place: not in `bytes`. */
  placeless: number;
}

/**
 * The wanted rows of a CSV file, or of the largest one in a ZIP, of any size: read as it flows, for national tables of a gigabyte hold
 * a few thousand rows of a territory. Any encoding that has ASCII as ASCII does.
 * @throws {AppError} `source-failed`, reason `schema`, with the first `field` that is no column.
 */
export async function siftCsv(part: Part, sieve: RowSieve): Promise<SiftedCsv> {
  const kept: string[] = [];
  let read = 0;
  let placeless = 0;
  let at: { separator: string; places: number[] } | null = null;
  for await (const record of csvRecords(await openCsv(part))) {
    if (!at) {
      at = findColumns(record, sieve.columns);
      kept.push(record);
      continue;
    }
    if (record.trim() === '') continue;
    read++;
    const cells = csvCells(record, at.separator);
    const verdict = sieve.judge(at.places.map((place) => (cells[place] ?? '').trim()));
    if (verdict === 'in') kept.push(record);
    if (verdict === 'placeless') placeless++;
  }
  if (!at) throw schema(sieve.columns[0] ?? '');
  const text = Buffer.from(`${kept.join('\n')}\n`, 'latin1');
  return { bytes: new Uint8Array(text), read, placeless };
}

function findColumns(header: string, columns: readonly string[]) {
  const plain = header.replace(/^\u00ef\u00bb\u00bf/, '');
  const cut = SEPARATORS.map((separator) => ({
    separator,
    names: csvCells(plain, separator).map((name) => name.trim()),
  })).sort((a, b) => b.names.length - a.names.length)[0] as { separator: string; names: string[] };
  const places = columns.map((name) => cut.names.indexOf(name));
  const missing = places.indexOf(-1);
  if (missing >= 0) throw schema(columns[missing] as string);
  return { separator: cut.separator, places };
}

async function openCsv({ path, kind }: Part): Promise<AsyncIterable<Uint8Array>> {
  if (kind !== 'zip') return createReadStream(path as string);
  const bytes = new Uint8Array(await readFile(path as string));
  const entry = listZipEntries(bytes, path as string)
    .filter(({ name }) => /\.(csv|txt)$/i.test(name))
    .sort((a, b) => b.size - a.size)[0];
  if (!entry) throw schema('*.csv');
  const packed = Readable.from([entry.packed]);
  return entry.method === 0 ? packed : packed.pipe(createInflateRaw());
}

function schema(field: string): AppError {
  return new AppError('source-failed', `no column ${field}`, { reason: 'schema', field });
}

const SEPARATORS = [';', ',', '\t', '|'];
