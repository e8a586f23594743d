import { AppError } from '../../domain/errors.ts';
import { featuresToRows, type GeoJsonFeature, readGeoJson } from '../../loaders/geojson.ts';
import { findJsonFault } from '../../loaders/json-fault.ts';
import { parseCrs } from '../crs/parse-crs.ts';
import type { SourceTable } from './source.ts';
import { encodingFindings, featureFindings, roundedFindings } from './source-findings.ts';
import { baseName, type SourceFormat, type SourceGroup } from './source-format.ts';

/** GeoJSON (RFC 7946, and 2008 with its member `crs`). */
export const GEOJSON: SourceFormat = {
  name: 'GeoJSON',
  extensions: ['geojson', 'json'],
  parts: [],
  read: (group) => {
    const { path, bytes } = group.main;
    if (isLines(bytes)) return [readLines(group)];
    const layer = readGeoJson(bytes, path);
    const { table, fields, crs } = layer;
    const findings = [
      ...featureFindings(layer),
      ...encodingFindings(layer.encoding),
      ...roundedFindings(fields, table.columns),
    ];
    const known = crs && (parseCrs(crs) ?? crs);
    return [{ name: baseName(path), path, table, fields, crs: known, findings }];
  },
};

/** GeoJSON, one feature a line (newline-delimited, or RFC 8142 with its record separators). */
export const GEOJSON_LINES: SourceFormat = {
  name: 'GeoJSON par lignes',
  extensions: ['geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  parts: [],
  read: (group) => [readLines(group)],
};

function readLines({ main: { path, bytes } }: SourceGroup): SourceTable {
  const rows = featuresToRows(parseLines(bytes, path));
  const { table, fields } = rows;
  return { name: baseName(path), path, table, fields, crs: null, findings: featureFindings(rows) };
}

function* parseLines(bytes: Uint8Array, source: string): Generator<GeoJsonFeature> {
  const decoder = new TextDecoder();
  let start = 0;
  for (let line = 1, row = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found < 0 ? bytes.length : found;
    const text = decoder
      .decode(bytes.subarray(start, end))
      .replace(/^[\uFEFF\p{Cc}]+/u, '')
      .trim();
    start = end + 1;
    if (!text) continue;
    const feature = parseLine(text, source, line);
    if (feature?.type !== 'Feature') {
      const context = { source, reason: 'feature', row };
      throw new AppError('source-unreadable', `${source}:${line}: no Feature`, context);
    }
    row++;
    yield feature;
  }
}

function parseLine(text: string, source: string, line: number): GeoJsonFeature | null {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { column } = findJsonFault(text);
    const context = { source, reason: 'json', line, column };
    throw new AppError('source-unreadable', `${source}:${line}:${column}: no JSON`, context, cause);
  }
}

/** Whether the first line is a whole feature, and another line follows it. */
function isLines(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(NEW_LINE);
  if (end < 0 || end > 1_000_000) return false;
  const [first, second] = [
    new TextDecoder().decode(bytes.subarray(0, end)).trim(),
    new TextDecoder().decode(bytes.subarray(end, end + 20)).trim(),
  ];
  return /^[\uFEFF\p{Cc}]*\{.*"Feature".*\}$/u.test(first) && /^\p{Cc}?\{/u.test(second);
}

const NEW_LINE = 0x0a;
