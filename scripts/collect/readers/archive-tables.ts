import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { Extent } from '../../../src/domain/units.ts';
import type { Gdal } from '../../../src/gdal/gdal.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { toDegrees } from '../../../src/publish/crs/to-degrees.ts';
import type { Delivery, DraftLayer } from '../../../src/publish/delivery/delivery.ts';
import { recogniseDelivery } from '../../../src/publish/delivery/recognise-delivery.ts';
import { cleanFields } from '../../../src/publish/describe/clean-fields.ts';
import { unpack } from '../../../src/publish/read/archive/unpack.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import type { Part } from '../part.ts';
import type { RecipeLayer } from '../recipe.ts';

/** A table of an archive, its columns spelled as its standard does, its geometry in degrees. */
export interface ArchiveTable {
  name: string;
  /** Name of the table that its standard calls it by (`N_ISO_HT_S`); null for none. */
  official: string | null;
  /** System that its coordinates were in. */
  crs: string;
  features: Feature[];
  /** Day that the delivery tells, `YYYY-MM-DD`. */
  date?: string;
}

/** How archives are read. */
export interface ReadArchive {
  gdal(): Promise<Gdal>;
  extent: Extent;
  /** CRS to believe where a file names none. */
  crs: string | null;
  signal?: AbortSignal;
}

/**
 * The official delivery that an archive is (`recogniseDelivery`): its tables joined and recognised. All of it is in memory.
 * @throws {AppError} as `unpack`, `readFiles` and `recogniseDelivery`.
 */
export async function readArchive(part: Part, read: ReadArchive): Promise<Delivery> {
  const bytes = new Uint8Array(await readFile(part.path as string));
  const path = basename(new URL(part.url).pathname);
  const files = unpack([{ path, bytes }]);
  const context = { gdal: read.gdal, ...(read.signal && { signal: read.signal }) };
  return recogniseDelivery(await readFiles(files, context), files);
}

/**
 * The tables of a delivery that a layer's `from` names: by the name of the standard's table, else by their own, in which `*` stands for any
 * letters. None when they are there without a row, or are not there and the layer requires no field of them, for plans have only the tables
 * that they need.
 * @throws {AppError} `source-failed`, reason `schema`, with the `field` when there is none of which fields are required.
 */
export function tablesOf(
  { layers, tables }: Delivery,
  { id, from = id, required }: RecipeLayer,
): DraftLayer[] {
  const pattern = new RegExp(`^${from.split('*').map(escapeLetters).join('.*')}$`, 'i');
  const found = layers.filter(({ source, schema }) => {
    return schema?.table.toLowerCase() === from.toLowerCase() || pattern.test(source.name);
  });
  const isThere = found.length > 0 || tables.some(({ name }) => pattern.test(name));
  if (isThere || required.length === 0) return found;
  const context = { reason: 'schema', field: from };
  throw new AppError('source-failed', `no table ${from} in the archive`, context);
}

/** @throws {AppError} `crs-unknown`, as `toDegrees`. */
export async function readArchiveTable(
  { source, schema, described }: DraftLayer,
  { gdal, extent, crs }: ReadArchive,
): Promise<ArchiveTable> {
  const placed = await toDegrees(source, crs, { gdal, territory: { extent } });
  const { fields, columns } = cleanFields(source.fields, source.table.columns, schema);
  const features = Array.from({ length: placed.geometry.length }, (_, row): Feature => {
    const values = fields.map(({ name }) => [name, columns[name]?.[row] ?? null]);
    // A row without geometry is GeoJSON too, which the type of a feature does not say.
    const geometry = rowToGeometry(placed.geometry, row) as Geometry;
    return { type: 'Feature', geometry, properties: Object.fromEntries(values) };
  });
  const { date } = described;
  return {
    name: source.name,
    official: schema?.table ?? null,
    crs: placed.crs,
    features,
    ...(date && { date }),
  };
}

function escapeLetters(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
