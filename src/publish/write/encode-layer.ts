import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { Layer, LayerMeta } from '../../domain/layer.ts';
import { columnExtent, rowsExtent } from '../../geo/row-boxes.ts';
import { memorySource } from '../../loaders/byte-source.ts';
import { openGeoParquet } from '../../loaders/geoparquet.ts';
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
  await checkReadBack(meta, table, data);
  const version = await versionOf(data);
  const path = `layers/${meta.id}.${version}.parquet`;
  const rows = table.geometry.length;
  return { layer: { ...meta, file: { path, bytes: data.length, rows, version }, extent }, data };
}

/** The version that a file's bytes have: the first 8 hexadecimal digits of their SHA-256. */
export async function versionOf(data: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256(data)).slice(0, 8);
}

/** Reads the file back some row groups at a time, so that it costs the memory of these alone. */
async function checkReadBack(
  meta: LayerMeta,
  table: LayerTable,
  data: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const names = meta.fields.map((field) => field.name);
  const file = await openGeoParquet(memorySource(meta.id, data));
  expectSame(meta, 'rows', file.rows, table.geometry.length);
  for (let first = 0; first < file.rowGroups.length; first += GROUPS_A_READ) {
    const groups = file.rowGroups.slice(first, first + GROUPS_A_READ);
    const start = groups[0]?.firstRow ?? 0;
    const end = groups.reduce((sum, { rows }) => sum + rows, start);
    const back = await file.readRowGroups(
      groups.map(({ index }) => index),
      names,
    );
    expectSame(meta, 'geometry kinds', back.geometry.kinds.join(''), kindsOf(table, start, end));
    expectSame(
      meta,
      'coordinates',
      columnExtent(back.geometry)?.join(),
      extentOf(table, start, end),
    );
    for (const name of names) {
      const written = (table.columns[name] ?? []).slice(start, end);
      expectSame(meta, `nulls of ${name}`, countNulls(back.columns[name]), countNulls(written));
    }
  }
}

const GROUPS_A_READ = 8;

function kindsOf({ geometry }: LayerTable, start: number, end: number): string {
  return geometry.kinds.subarray(start, end).join('');
}

function extentOf({ geometry }: LayerTable, start: number, end: number): string | undefined {
  const rows = Uint32Array.from({ length: end - start }, (_, i) => start + i);
  return rowsExtent(geometry, rows)?.join();
}

function countNulls(values: readonly Value[] = []): number {
  return values.reduce<number>((sum, value) => sum + (value === null ? 1 : 0), 0);
}

function expectSame<T>(meta: LayerMeta, what: string, seen: T, wanted: T): void {
  if (seen === wanted) return;
  const context = { layer: meta.id, what };
  throw new AppError('layer-invalid', `${meta.id}: ${what} differ when read back`, context);
}
