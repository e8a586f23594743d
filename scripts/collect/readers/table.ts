import { isNear } from '../../../src/publish/crs/guess-crs.ts';
import { frenchNumber } from '../../../src/publish/read/columns/french-number.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import { partFile, type ReadAs, readFeatures } from '../make/read-features.ts';
import { readRecords } from '../make/read-records.ts';
import { type RowSieve, siftCsv } from '../make/sift-csv.ts';
import { judgeCommune, territoryCodes } from '../make/territory-codes.ts';
import type { Part } from '../part.ts';
import type { RecipeLayer } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';
import { FILE } from './file.ts';
import { makeFromFiles, type PartReader, readWhole } from './make-from-files.ts';

/**
 * Tables: CSV (as it is, gzipped or zipped, of any size) or JSON, with the place of each row in columns of coordinates, in one of WKT, or
 * in none where a layer has a row a commune. Encodings, separators and numbers are read as publishing reads them. Files are named as
 * those of the reader `file`, and the options are the same.
 */
export const TABLE: SourceReader = {
  ...FILE,
  make: (job) => makeFromFiles(job, (part, as, layer) => readTable(job.territory)(part, as, layer)),
};

function readTable(territory: CollectTerritory): PartReader {
  return async (part, as, layer) => {
    if (part.kind === 'json' || part.kind === 'gzip-json') {
      const read = await readRecords(await partFile(part), as);
      return { ...read, read: read.count, placeless: 0 };
    }
    const sieve = sieveOf(layer, as, territory);
    if (!sieve || !isCsv(part)) return readWhole(part, as, layer);
    const { bytes, read, placeless } = await siftCsv(part, sieve);
    const kept = await readFeatures([{ path: `${part.key}.csv`, bytes }], as);
    return { ...kept, read, placeless };
  };
}

function isCsv({ kind }: Part): boolean {
  return kind === 'csv' || kind === 'gzip-csv' || kind === 'zip';
}

/** What tells whose a row is before its table is read; null where that takes more than its cells. */
function sieveOf(
  { keep }: RecipeLayer,
  { place, crs, extent }: ReadAs,
  territory: CollectTerritory,
): RowSieve | null {
  if (keep.by === 'commune') {
    const codes = territoryCodes(territory);
    return { columns: [keep.field], judge: ([cell]) => judgeCommune(cell, codes) };
  }
  if (keep.by === 'all' || !place || crs) return null;
  return {
    columns: [place.x, place.y],
    judge: (cells) => {
      const [x, y] = cells.map((cell) => frenchNumber(cell));
      if (typeof x !== 'number' || typeof y !== 'number') return 'placeless';
      return isNear([x, y], extent) || isNear([y, x], extent) ? 'in' : 'out';
    },
  };
}
