import type { Extent, LngLat } from '../domain/units.ts';
import type { LayerInView } from '../domain/view-contents.ts';
import { rowsMeeting } from '../geo/row-boxes.ts';
import type { LayerStore } from './layer-store.ts';
import type { Work } from './work.ts';

/** What an extent (degrees) holds of each layer, with the `listed` features of each that are nearest to `from`. */
export async function inView(
  store: LayerStore,
  request: { extent: Extent; from: LngLat; layers: string[]; listed: number },
  work: Work,
): Promise<LayerInView[]> {
  const found: LayerInView[] = [];
  for (const layer of request.layers) {
    let count = 0;
    for (const { table } of await store.around(layer, request.extent, work)) {
      count += rowsMeeting(table.geometry, request.extent).length;
    }
    found.push({ layer, count, classCounts: [], nearest: [] });
  }
  return found;
}
