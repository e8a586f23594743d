import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import type { Extent } from '../../src/domain/units.ts';
import { columnExtent } from '../../src/geo/row-boxes.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { encodeGeoParquet } from './encode-geoparquet.ts';

/**
 * Writes a layer's rows, in the order given, as `<outDir>/layers/<id>.<version>.parquet` and gives its entry of the
 * catalogue. The file is read back and compared before it takes its name, so that a name always stands for a whole
 * file; the same rows give the same bytes. Geometry is in degrees, longitude first.
 * @throws {AppError} `layer-invalid` when a field of `meta` has no column, a value is not of its field's type, no row
 * has a geometry, or what is read back differs.
 */
export async function writeLayer(
  meta: LayerMeta,
  table: LayerTable,
  outDir: string,
): Promise<Layer> {
  const extent = columnExtent(table.geometry);
  if (!extent) throw new AppError('layer-invalid', `no geometry in ${meta.id}`, { layer: meta.id });
  const data = encodeGeoParquet(meta, table);
  await checkReadBack(meta, table, data, extent);
  const version = createHash('sha256').update(data).digest('hex').slice(0, 8);
  const path = `layers/${meta.id}.${version}.parquet`;
  const target = join(outDir, path);
  await mkdir(join(outDir, 'layers'), { recursive: true });
  await writeFile(`${target}.part`, data);
  await rename(`${target}.part`, target);
  const rows = table.geometry.length;
  return { ...meta, file: { path, bytes: data.length, rows, version }, extent };
}

async function checkReadBack(
  meta: LayerMeta,
  table: LayerTable,
  data: Uint8Array<ArrayBuffer>,
  extent: Extent,
): Promise<void> {
  const file = await openGeoParquet(memorySource(meta.id, data));
  const groups = file.rowGroups.map((group) => group.index);
  const names = meta.fields.map((field) => field.name);
  const back = await file.readRowGroups(groups, names);
  expectSame(meta, 'rows', back.geometry.length, table.geometry.length);
  const kinds = (column: LayerTable['geometry']) => Buffer.from(column.kinds).toString('base64');
  expectSame(meta, 'geometry kinds', kinds(back.geometry), kinds(table.geometry));
  expectSame(meta, 'extent', columnExtent(back.geometry)?.join(), extent.join());
  for (const name of names) {
    expectSame(meta, `nulls of ${name}`, countNulls(back, name), countNulls(table, name));
  }
}

function countNulls(table: LayerTable, name: string): number {
  return (table.columns[name] ?? []).reduce<number>((sum, v) => sum + (v === null ? 1 : 0), 0);
}

function expectSame<T>(meta: LayerMeta, what: string, seen: T, wanted: T): void {
  if (seen === wanted) return;
  const context = { layer: meta.id, what };
  throw new AppError('layer-invalid', `${meta.id}: ${what} differ when read back`, context);
}
