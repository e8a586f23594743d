import type { Value } from '../../domain/feature.ts';
import type { Field } from '../../domain/layer.ts';
import { extensionOf, GDAL_FORMATS } from '../../gdal/formats.ts';
import type { GdalField, GdalTable } from '../../gdal/gdal.ts';
import { type FeatureRows, readGeoJson } from '../../loaders/geojson.ts';
import type { Finding } from '../issue.ts';
import type { SourceFile } from '../source-file.ts';
import type { ReadContext } from './read-files.ts';
import type { SourceTable } from './source.ts';
import { featureFindings, tableFinding } from './source-findings.ts';

/** Extensions, lower case without dot, of the files that `readWithGdal` takes as `main`. */
export const GDAL_EXTENSIONS = Object.keys(GDAL_FORMATS);

/**
 * The extensions of the files that belong to one that GDAL reads, and are no sources themselves: `.dat`, `.map`, `.id` of
 * a MapInfo table, `.mid`, the schema of GML, the parts of an EDIGEO exchange.
 */
export const GDAL_COMPANIONS = Object.values(GDAL_FORMATS).flatMap(({ beside }) => beside ?? []);

/**
 * The tables of one file that GDAL reads, those without geometry too: their rows are all of kind `none`. A table whose name
 * tells nothing (`tracks`, `Feuil1`) has that of its file. Days are ISO text; a moment at midnight counts as a day when all
 * of its field are. Fields that the file declares are there though none of its rows has a value. `files` may hold more
 * than what belongs to `main`.
 * @throws {AppError} as `Gdal.readTables`.
 */
export async function readWithGdal(
  files: readonly SourceFile[],
  main: SourceFile,
  context: Pick<ReadContext, 'gdal' | 'signal'>,
): Promise<SourceTable[]> {
  const gdal = await context.gdal();
  const own = companionsOf(files, main).map(({ path, bytes }) => [path, bytes] as const);
  const { signal } = context;
  const tables = await gdal.readTables(
    Object.fromEntries([...own, [main.path, main.bytes]]),
    main.path,
    signal ? { signal } : {},
  );
  const format = GDAL_FORMATS[extensionOf(main.path)];
  const read = tables
    .map((table) => toSourceTable(table, main.path, format?.hasFixedFields ?? false))
    .filter(({ table }) => !format?.layers || table.geometry.length > 0);
  return read.map((table) =>
    format?.emptyNames?.test(table.name) ? { ...table, name: tellingName(table, read) } : table,
  );
}

/** The name of the file, for a table whose own tells nothing; its own follows where there are several. */
function tellingName({ name, path }: SourceTable, tables: readonly SourceTable[]): string {
  const file = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return tables.length > 1 ? `${file}_${name}` : file;
}

/** Files in the folder of `main` that bear its name and one of the extensions that go with it; all, for EDIGEO. */
function companionsOf(files: readonly SourceFile[], main: SourceFile): SourceFile[] {
  const extension = extensionOf(main.path);
  const { beside = [] } = GDAL_FORMATS[extension] ?? {};
  const stem = stemOf(main.path);
  const folder = main.path.slice(0, main.path.lastIndexOf('/') + 1).toLowerCase();
  return files.filter(({ path }) => {
    if (path === main.path || !beside.includes(extensionOf(path))) return false;
    const isNamedAlike = stemOf(path) === stem;
    return extension === 'thf' ? path.toLowerCase().startsWith(folder) : isNamedAlike;
  });
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '').toLowerCase();
}

function toSourceTable(
  { name, geoJson, fields, crs, warnings }: GdalTable,
  path: string,
  hasFixedFields: boolean,
): SourceTable {
  const read = readGeoJson(geoJson, path);
  const { columns } = read.table;
  const declared = fields.filter((field) => !hasFixedFields || Object.hasOwn(columns, field.name));
  const known = new Map<string, GdalField>();
  // A name that comes twice has another the second time, which the file does not declare.
  for (const field of [...declared, ...read.fields]) {
    if (!known.has(field.name)) known.set(field.name, field);
  }
  const typed = [...known.values()].map((field) => typeColumn(field, read));
  return {
    name,
    path,
    table: {
      ...read.table,
      columns: Object.fromEntries(typed.map(({ field, values }) => [field.name, values])),
    },
    fields: typed.map(({ field }) => field),
    crs,
    findings: [
      ...featureFindings(read),
      ...typed.flatMap(roundingFindings),
      ...wordFindings(warnings),
    ],
  };
}

/** Integers that numbers here cannot hold to the last digit. */
function roundingFindings({ field, values }: { field: Field; values: Value[] }): Finding[] {
  const isRounded =
    field.type === 'integer' &&
    values.some((value) => value !== null && !Number.isSafeInteger(value));
  return isRounded ? [{ ...tableFinding('source.integers-rounded'), field: field.name }] : [];
}

/** What GDAL said while it read: an error may have cost values or features, though it went on. */
function wordFindings(words: readonly string[]): Finding[] {
  const errors = words.filter((line) => line.startsWith('ERROR'));
  const others = words.filter((line) => /^Warning/i.test(line));
  const tell = (rule: string, [first, ...rest]: readonly string[]) =>
    first ? [tableFinding(rule, { words: first.slice(0, 300), count: rest.length + 1 })] : [];
  return [...tell('source.reader-errors', errors), ...tell('source.reader-warnings', others)];
}

/** A column with the type that the file declares, but text that holds nothing but days, and days that are none. */
function typeColumn(
  { name, type: declared }: GdalField,
  { table, fields }: FeatureRows,
): { field: Field; values: Value[] } {
  const values = Object.hasOwn(table.columns, name)
    ? (table.columns[name] as Value[])
    : new Array<Value>(table.geometry.length).fill(null);
  const inferred = fields.find((field) => field.name === name)?.type ?? declared;
  const isKnown = values.some((value) => value !== null);
  if (declared === 'text' && isKnown && values.every(isMidnight)) {
    const days = values.map((value) => value && String(value).slice(0, 10));
    return { field: { name, label: name, type: 'date' }, values: days };
  }
  const isOpen = declared === 'text' || declared === 'date';
  const type = isKnown && isOpen ? inferred : declared;
  return { field: { name, label: name, type }, values };
}

function isMidnight(value: Value): boolean {
  return (
    value === null || /^\d{4}-\d\d-\d\dT00:00:00(\.0+)?(Z|[+-]\d\d:?\d\d)?$/.test(String(value))
  );
}
