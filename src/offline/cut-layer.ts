import type { Layer, LayerMeta } from '../domain/layer.ts';
import type { Extent } from '../domain/units.ts';
import { isRowMeeting } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import { type GeoParquetFile, openGeoParquet } from '../loaders/geoparquet.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import { type EncodedLayer, encodeLayer } from '../publish/write/encode-layer.ts';
import type { LayerPart } from './plan-pack.ts';

/** Files up to this size are fetched whole whatever is read of them. */
const SMALL_FILE_BYTES = 512 * 1024;

/**
 * Bytes that a part of a layer takes at most: the row groups that it is cut from. Costs the footer of a large file, nothing
 * for a small one or a whole one.
 * @throws {AppError} as `openGeoParquet`.
 */
export async function bytesAtMost({ layer, ...part }: LayerPart, open: OpenLayer): Promise<number> {
  const { bytes } = layer.file;
  if (!part.extents || bytes <= SMALL_FILE_BYTES) return bytes;
  const file = await openGeoParquet(open(layer));
  const groups = new Set(groupsOf(file, { layer, ...part }));
  const met = file.rowGroups.filter(({ index }) => groups.has(index));
  return met.reduce((sum, group) => sum + group.bytes, 0);
}

/**
 * The rows of a layer that `part` keeps, whole and in their order, as a file; null where that is no less than the layer's own
 * file. A layer that has nothing there keeps its first row with a geometry, for a file needs one.
 * @throws {AppError} as `openGeoParquet` and `encodeLayer`.
 */
export async function cutLayer(part: LayerPart, open: OpenLayer): Promise<EncodedLayer | null> {
  const { layer } = part;
  if (!part.extents) return null;
  const file = await openGeoParquet(open(layer));
  const groups = groupsOf(file, part);
  const names = layer.fields.map(({ name }) => name);
  const table = await file.readRowGroups(groups.length > 0 ? groups : [0], names);
  const rows = rowsKept(table, part);
  if (rows.length === file.rows) return null;
  const cut = await encodeLayer(metaOf(layer), selectTable(table, rows));
  return cut.data.length < layer.file.bytes ? cut : null;
}

/** The rows of a table, ascending, whose box meets one of the boxes of `part` or whose key it names; else the first one. */
function rowsKept(table: LayerTable, { layer, extents, keys }: LayerPart): Uint32Array {
  const { geometry, columns } = table;
  const wanted = new Set(keys);
  const keyOf = columns[layer.key] ?? [];
  const rows: number[] = [];
  for (let row = 0; row < geometry.length; row++) {
    const isIn = extents?.some((extent) => isRowMeeting(geometry, row, extent)) ?? true;
    if (isIn || wanted.has(String(keyOf[row]))) rows.push(row);
  }
  if (rows.length > 0) return Uint32Array.from(rows);
  const first = geometry.kinds.findIndex((_, row) => isRowMeeting(geometry, row, WORLD));
  return Uint32Array.of(Math.max(0, first));
}

/** How the file of a layer is opened. */
type OpenLayer = (layer: Layer) => ByteSource;

function groupsOf(file: GeoParquetFile, { layer, extents, keys }: LayerPart): number[] {
  const met = (extents ?? [WORLD]).flatMap((extent) => rowGroupsMeeting(file.rowGroups, extent));
  const held = keys.flatMap((key) => file.rowGroupsHolding(layer.key, key));
  return [...new Set([...met, ...held])].sort((a, b) => a - b);
}

function selectTable({ geometry, columns }: LayerTable, rows: Uint32Array): LayerTable {
  const pick = (values: LayerTable['columns'][string]) =>
    Array.from(rows, (row) => values[row] ?? null);
  return {
    geometry: selectRows(geometry, rows),
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, pick(values)]),
    ),
  };
}

function metaOf({ file: _file, extent: _extent, history: _history, ...meta }: Layer): LayerMeta {
  return meta;
}

const WORLD: Extent = [-180, -90, 180, 90];
