import { AppError } from '../../domain/errors.ts';
import type { Layer, LayerMeta } from '../../domain/layer.ts';
import type { Extent } from '../../domain/units.ts';
import { columnExtent } from '../../geo/row-boxes.ts';
import { memorySource } from '../../loaders/byte-source.ts';
import { readGeoParquet } from '../../loaders/geoparquet.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import { encodeGeoParquet } from './encode-geoparquet.ts';
import { sha256 } from './sha-256.ts';

/** A layer with the bytes of its file, not yet written anywhere. */
export interface EncodedLayer {
  layer: Layer;
  data: Uint8Array<ArrayBuffer>;
}

/**
 * A layer's rows, in the order given, as the bytes of `layers/<id>.<version>.parquet`, with its entry of the catalogue.
 * The bytes are read back and compared; the same rows give the same bytes. Geometry is in degrees, longitude first.
 * @throws {AppError} `layer-invalid` when a field of `meta` has no column, a value is not of its field's type, no row
 * has a geometry, or what is read back differs.
 */
export async function encodeLayer(meta: LayerMeta, table: LayerTable): Promise<EncodedLayer> {
  const extent = columnExtent(table.geometry);
  if (!extent) throw new AppError('layer-invalid', `no geometry in ${meta.id}`, { layer: meta.id });
  const data = encodeGeoParquet(meta, table);
  await checkReadBack(meta, table, data, extent);
  const version = await versionOf(data);
  const path = `layers/${meta.id}.${version}.parquet`;
  const rows = table.geometry.length;
  return { layer: { ...meta, file: { path, bytes: data.length, rows, version }, extent }, data };
}

/** The version that a file's bytes have: the first 8 hexadecimal digits of their SHA-256. */
export async function versionOf(data: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256(data)).slice(0, 8);
}

async function checkReadBack(
  meta: LayerMeta,
  table: LayerTable,
  data: Uint8Array<ArrayBuffer>,
  extent: Extent,
): Promise<void> {
  const names = meta.fields.map((field) => field.name);
  const back = await readGeoParquet(memorySource(meta.id, data), names);
  expectSame(meta, 'rows', back.geometry.length, table.geometry.length);
  const kinds = (column: LayerTable['geometry']) => column.kinds.join('');
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
