import { AppError } from '../../../src/domain/errors.ts';
import { geometriesToRows } from '../../../src/geo/from-geojson.ts';
import { decodeText } from '../../../src/loaders/decode-text.ts';
import { inferFields } from '../../../src/loaders/infer-fields.ts';
import { guessEncoding } from '../../../src/loaders/text-encoding.ts';
import { placeTable } from '../../../src/publish/read/columns/table-geometry.ts';
import { sniff } from '../../../src/publish/read/sniff.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';
import type { SourceFile } from '../../../src/publish/source-file.ts';
import { placeFeatures, type ReadAs, type ReadFeatures, readFeatures } from './read-features.ts';

/** A row of a table in JSON. */
export type JsonRecord = Record<string, unknown>;

/**
 * The rows of a JSON file: GeoJSON, a list of records, or an object of which one member is such a list (`results`, `data`…), in degrees.
 * @throws {AppError} `source-failed`, reason `schema`, with the `field` `results`, for any other JSON; as `readFeatures`.
 */
export async function readRecords(file: SourceFile, as: ReadAs): Promise<ReadFeatures> {
  if (sniff(file.bytes) === 'geojson') return readFeatures([file], as);
  const text = decodeText(new TextDecoder(guessEncoding(file.bytes)), file.bytes);
  const records = recordsIn(JSON.parse(text));
  if (!records) {
    const context = { reason: 'schema', field: 'results' };
    throw new AppError('source-failed', `${file.path}: no list of records`, context);
  }
  return placeFeatures(placeTable(recordTable(file.path, records)), [], as);
}

/** Records as a table without geometry. */
export function recordTable(path: string, records: readonly JsonRecord[]): SourceTable {
  const rows = geometriesToRows(records.map(() => null));
  const { fields, columns } = inferFields(records);
  return { name: path, path, table: { ...rows, columns }, fields, crs: null, findings: [] };
}

function recordsIn(json: unknown): JsonRecord[] | null {
  if (isRecords(json)) return json;
  if (typeof json !== 'object' || json === null) return null;
  return Object.values(json).find(isRecords) ?? null;
}

function isRecords(value: unknown): value is JsonRecord[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}
