import { zip } from 'fflate';
import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import { describeInText } from '../describe-content.ts';
import type { ExportColumn, WriteContent } from '../export-content.ts';
import { type PlainColumns, plainColumns } from '../plain-columns.ts';
import { exportStrings } from '../strings.ts';
import { type GdalColumn, gdalTables } from './gdal-tables.ts';
import { TIME_LIMIT_MS } from './geopackage.ts';
import { shortNames } from './short-names.ts';

/**
 * Shapefiles by GDAL, which is fetched, in a zip: .shp .shx .dbf .prj .cpg for each family of geometry, in UTF-8, with
 * `sources.txt` and `colonnes.txt` (short name; name; label). Names have 10 characters and texts 254 bytes at most: what is cut is told.
 * @throws {AppError} `too-large` when a file would pass 2 GB.
 */
export const writeShapefile: WriteContent = async (content, crs, { signal, onStep, openGdal }) => {
  const plain = plainColumns(content, []);
  const names = shortNames(plain.columns.map(({ name }) => name));
  const { rows, remarks: cuts } = cutTexts(plain);
  const fields = plain.columns.map((column, i) => toField(column, names[i]!, rows, i));
  checkSize(rows.length, fields, content.geometry?.xy.length ?? 0);
  const { tables, remarks } = gdalTables(content, { rows }, fields, crs);
  onStep?.('library');
  const gdal = await openGdal();
  const written = await gdal.writeTables(
    tables,
    content.name,
    ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8'],
    { ...(signal && { signal }), timeLimit: TIME_LIMIT_MS },
  );
  onStep?.('file');
  const encode = (text: string) => new TextEncoder().encode(`\uFEFF${text}\r\n`);
  const correspondence = plain.columns.map(
    ({ name, label }, i) => `${names[i]} ; ${name} ; ${label}`,
  );
  const isCut = names.some((name, i) => name !== content.columns[i]?.name);
  const told = [
    ...plain.remarks,
    ...(isCut ? [exportStrings.remarks.shortNames] : []),
    ...cuts,
    ...remarks,
  ];
  const lines = [...told, exportStrings.remarks.emptyTexts];
  const archive = await pack({
    ...Object.fromEntries(
      Object.entries(written).map(([path, bytes]) => [path.replace(/^.*\//, ''), bytes]),
    ),
    'colonnes.txt': encode([exportStrings.correspondence, ...correspondence].join('\r\n')),
    'sources.txt': encode(
      [describeInText(content, crs).replaceAll('\n', '\r\n'), ...lines].join('\r\n'),
    ),
  });
  signal?.throwIfAborted();
  return { blob: new Blob([archive], { type: 'application/zip' }), remarks: told };
};

function pack(files: Record<string, Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, data) => (error ? reject(error) : resolve(data)));
  });
}

/** Texts of at most 254 bytes, cut between characters. */
function cutTexts({ columns, rows }: PlainColumns): { rows: Value[][]; remarks: string[] } {
  const cut = new Map<string, number>();
  const short = rows.map((row) =>
    row.map((value, i) => {
      if (
        typeof value !== 'string' ||
        value.length * 3 <= MAX_TEXT ||
        byteLength(value) <= MAX_TEXT
      )
        return value;
      const { name } = columns[i]!;
      cut.set(name, (cut.get(name) ?? 0) + 1);
      return firstBytes(value, MAX_TEXT);
    }),
  );
  const count = [...cut.values()].reduce((sum, one) => sum + one, 0);
  const told = exportStrings.remarks.cutTexts(count, [...cut.keys()].join(', '));
  return { rows: short, remarks: count > 0 ? [told] : [] };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function firstBytes(text: string, bytes: number): string {
  let size = 0;
  let kept = '';
  for (const character of text) {
    size += byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept;
}

function toField(
  { type }: ExportColumn,
  name: string,
  rows: Value[][],
  column: number,
): GdalColumn {
  if (type !== 'text') return { name, type };
  const width = rows.reduce(
    (most, row) => Math.max(most, byteLength(String(row[column] ?? ''))),
    1,
  );
  return { name, type, width };
}

/** An upper bound of what the largest of the files takes; the offsets of the format are 32-bit, and most software stops at 2 GB. */
function checkSize(rows: number, fields: GdalColumn[], coordinates: number): void {
  const record = fields.reduce((sum, { width }) => sum + (width ?? 24), 1);
  const size = Math.max(rows * record, coordinates * 8 + rows * 60);
  if (size < 2 ** 31) return;
  throw new AppError('too-large', `a Shapefile of ${size} bytes`, {
    what: 'shp',
    seen: size,
    most: 2 ** 31,
  });
}

/** What a text field of dBASE III holds. */
const MAX_TEXT = 254;
