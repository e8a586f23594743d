import { type BaseDetail, resolveBasemap } from '../domain/basemap.ts';
import type { Layer } from '../domain/layer.ts';
import type { AppState } from './app-state.ts';

/** A detail of the base map with its layer, seen from `minZoom` on: never farther than the layer itself is. */
export interface DrawnDetail extends Omit<BaseDetail, 'layer'> {
  layer: Layer;
}

/**
 * What the base map draws by itself from near by, topmost first: the details of the territory that are not shown as layers, and
 * not left out. None where no base layer is shown, and none over a basemap of the network, which has its own.
 */
export function drawnDetails(state: AppState): DrawnDetail[] {
  const { catalogue, shown, baseWithout } = state;
  const isShown = (id: string) => shown.some((layer) => layer.id === id);
  const hasBase = catalogue?.layers.some(({ id, base }) => base && isShown(id));
  if (!hasBase || resolveBasemap(state).network) return [];
  const details = catalogue?.territory.basemaps?.details ?? [];
  return details.flatMap((detail) => {
    const layer = catalogue?.layers.find(({ id }) => id === detail.layer);
    if (!layer || isShown(layer.id) || baseWithout.includes(layer.id)) return [];
    return [{ ...detail, layer, minZoom: Math.max(detail.minZoom, layer.minZoom ?? 0) }];
  });
}
