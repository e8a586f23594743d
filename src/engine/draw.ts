import type { Value } from '../domain/feature.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import type { DrawBatch } from './protocol.ts';
import type { Work } from './work.ts';

/** All features of a layer, with the values of some fields, to be drawn. The arrays are copies: they may be transferred. */
export async function drawLayer(
  store: LayerStore,
  id: string,
  fields: string[],
  work: Work,
): Promise<DrawBatch> {
  const loaded = await store.whole(id, work);
  return batchOf(loaded, 0, loaded.table.geometry.length, fields);
}

/** Some rows of a layer, given by their numbers in its file, to be drawn. */
export function drawRows(loaded: LoadedRows, rows: Uint32Array, fields: string[]): DrawBatch {
  return drawLoaded(
    loaded,
    rows.map((row) => row - loaded.firstRow),
    fields,
  );
}

/** Some of the rows loaded, given by their places there, to be drawn. */
export function drawLoaded(
  { table, fileRow }: LoadedRows,
  places: Uint32Array,
  fields: string[],
): DrawBatch {
  const columns = fields.map((name): [string, Value[]] => [
    name,
    Array.from(places, (place) => table.columns[name]?.[place] ?? null),
  ]);
  return {
    geometry: selectRows(table.geometry, places),
    rows: places.map(fileRow),
    columns: Object.fromEntries(columns),
  };
}

/** Contiguous rows of those loaded, from `start` to before `end`, to be drawn. */
export function batchOf(
  loaded: LoadedRows,
  start: number,
  end: number,
  fields: string[],
): DrawBatch {
  const places = Uint32Array.from({ length: end - start }, (_, i) => start + i);
  return drawLoaded(loaded, places, fields);
}
