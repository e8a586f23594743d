import { type Catalogue, findLayer } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import { drawnFields } from '../domain/style/drawn-fields.ts';
import { LIGHT_GROUND } from '../domain/style/ground.ts';
import { onGround } from '../domain/style/on-ground.ts';
import type { Extent } from '../domain/units.ts';
import { noGeometry } from '../geo/no-geometry.ts';
import { rowsMeeting } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import { type GeoParquetFile, openGeoParquet } from '../loaders/geoparquet.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import { scaleOfZoom } from './plan-zoom.ts';

/** What a plan is to show. */
export interface PlanRequest {
  catalogue: Catalogue;
  /** Layers, topmost first, each with its opacity, 0 to 1. */
  shown: readonly { id: string; opacity: number }[];
  /** Degrees: `frameExtent`. */
  extent: Extent;
  /** Denominator. */
  scale: number;
  /** The frame's, where it has one. */
  pixelMm?: number;
  /** The file of a layer. */
  open: (layer: Layer) => ByteSource;
  /** Layers that are read already (`readWholeLayers`), by id: nothing of them is fetched. */
  whole?: ReadonlyMap<string, LayerTable>;
}

/** What a plan shows of one layer. */
export interface PlanLayer {
  /** As it is drawn on light paper (`onGround`). */
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  /** The rows whose box meets the extent asked for, degrees, in the order of the file, with the fields that drawing needs. */
  table: LayerTable;
  /**
   * Denominator of the scale from which the layer is drawn, where that of the plan is smaller: its table is then empty, and
   * the plan has to say so. Null: it is drawn.
   */
  drawnFrom: number | null;
}

/**
 * The layers of a plan as far as its extent needs them, topmost first: the row groups that may meet it are fetched, of the columns
 * that are drawn. A layer that is not drawn at such a scale is not read, and says so.
 * @throws {AppError} `layer-unknown`, those of `openGeoParquet`; rejects with the reason of `signal`.
 */
export async function readPlanLayers(
  request: PlanRequest,
  signal?: AbortSignal,
): Promise<PlanLayer[]> {
  const latitude = (request.extent[1] + request.extent[3]) / 2;
  return Promise.all(
    request.shown.map(async ({ id, opacity }) => {
      const published = findLayer(request.catalogue, id);
      const layer = published.base ? published : onGround(published, LIGHT_GROUND);
      const from = scaleOfZoom(layer.minZoom ?? 0, latitude, request.pixelMm);
      if (request.scale > from) {
        return { layer, opacity, table: EMPTY, drawnFrom: roundDown(from) };
      }
      const table = await readTable(layer, request, signal);
      return { layer, opacity, table, drawnFrom: null };
    }),
  );
}

/**
 * Layers whole, by id, with the columns that are drawn: for many plans of one territory.
 * @throws {AppError} as `readPlanLayers`.
 */
export async function readWholeLayers(
  catalogue: Catalogue,
  ids: readonly string[],
  open: (layer: Layer) => ByteSource,
): Promise<Map<string, LayerTable>> {
  const tables = new Map<string, LayerTable>();
  for (const id of ids) {
    const layer = findLayer(catalogue, id);
    tables.set(id, await fetchTable(await openGeoParquet(open(layer)), layer));
  }
  return tables;
}

async function readTable(
  layer: Layer,
  { extent, open, whole }: PlanRequest,
  signal?: AbortSignal,
): Promise<LayerTable> {
  const table = whole?.get(layer.id) ?? (await fetchMeeting(layer, extent, open(layer), signal));
  const rows = rowsMeeting(table.geometry, extent);
  const columns = Object.entries(table.columns).map(([name, values]) => [
    name,
    Array.from(rows, (row) => values[row] ?? null),
  ]);
  return { geometry: selectRows(table.geometry, rows), columns: Object.fromEntries(columns) };
}

async function fetchMeeting(
  layer: Layer,
  extent: Extent,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<LayerTable> {
  const file = await openGeoParquet(source, signal && { signal });
  return fetchTable(file, layer, rowGroupsMeeting(file.rowGroups, extent), signal);
}

/** Some row groups of a layer, or all. */
function fetchTable(
  file: GeoParquetFile,
  layer: Layer,
  groups = file.rowGroups.map(({ index }) => index),
  signal?: AbortSignal,
): Promise<LayerTable> {
  const names = [...new Set([layer.key, ...drawnFields(layer)])];
  return file.readRowGroups(groups, names, signal && { signal });
}

const EMPTY: LayerTable = { geometry: noGeometry(0), columns: {} };

/** To two digits that count, so that the scale that is told is one at which the layer is drawn. */
function roundDown(scale: number): number {
  const unit = 10 ** (Math.floor(Math.log10(scale)) - 1);
  return unit * Math.floor(scale / unit);
}
