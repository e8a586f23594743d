import type { Value } from '../domain/feature.ts';
import type { Extent } from '../domain/units.ts';
import { selectRows } from '../geo/select-rows.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import type { DrawBatch, DrawTile } from './protocol.ts';
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

/** The row groups of a layer that meet a box (degrees) and are not in `held`, one tile each. */
export async function drawExtent(
  store: LayerStore,
  request: { layer: string; extent: Extent; fields: string[]; held: number[] },
  work: Work,
): Promise<DrawTile[]> {
  const { layer, extent, fields, held } = request;
  const { rowGroups } = await store.file(layer);
  const wanted = rowGroupsMeeting(rowGroups, extent).filter((index) => !held.includes(index));
  return Promise.all(
    wanted.map(async (index) => {
      const { firstRow = 0, rows = 0 } = rowGroups[index] ?? {};
      const loaded = store.isWhole(layer)
        ? await store.whole(layer, work)
        : await store.group(layer, index, work);
      const start = firstRow - loaded.firstRow;
      return { rowGroup: index, ...batchOf(loaded, start, start + rows, fields) };
    }),
  );
}

/** Some rows of a layer, given by their numbers in its file, to be drawn. */
export function drawRows(loaded: LoadedRows, rows: Uint32Array, fields: string[]): DrawBatch {
  const columns = fields.map((name): [string, Value[]] => [
    name,
    Array.from(rows, (row) => loaded.table.columns[name]?.[row - loaded.firstRow] ?? null),
  ]);
  const local = rows.map((row) => row - loaded.firstRow);
  return {
    geometry: selectRows(loaded.table.geometry, local),
    rows: rows.slice(),
    columns: Object.fromEntries(columns),
  };
}

function batchOf(loaded: LoadedRows, start: number, end: number, fields: string[]): DrawBatch {
  const rows = Uint32Array.from({ length: end - start }, (_, i) => loaded.firstRow + start + i);
  return drawRows(loaded, rows, fields);
}
