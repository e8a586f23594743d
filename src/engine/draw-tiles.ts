import { createMesh } from '../geo/draw-mesh.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import { batchOf } from './draw.ts';
import type { LayerStore } from './layer-store.ts';
import type { DrawTile, ExtentRequest } from './protocol.ts';
import type { Work } from './work.ts';

/**
 * The row groups of a layer that meet an extent and are not held, one tile each, its edges, triangles and places of names made here,
 * so that the thread of the page only hands them on. Reads those row groups and no other byte of the file but its footer.
 */
export async function drawTiles(
  store: LayerStore,
  request: ExtentRequest,
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
      const batch = batchOf(loaded, start, start + rows, fields);
      work.signal.throwIfAborted();
      return { ...batch, rowGroup: index, mesh: createMesh(batch.geometry, request) };
    }),
  );
}
