import { type OfflineBasemap, resolveBasemap } from '../domain/basemap.ts';
import type { Layer } from '../domain/layer.ts';
import { baseStyle, groundOf } from '../domain/style/base-style.ts';
import { onGround } from '../domain/style/on-ground.ts';
import type { AppState } from '../state/app-state.ts';
import { baseOpacity } from '../state/basemap-actions.ts';
import type { StackedLayer } from './stack.ts';

/** A layer as it is drawn over an offline basemap: `baseStyle` of a base layer, `onGround` of another; the same object each time. */
export function onBasemap(layer: Layer, basemap: OfflineBasemap): Layer {
  if (!layer.base) return onGround(layer, groundOf(basemap));
  return kept(layer, basemap, () => ({ style: baseStyle(layer, basemap) }));
}

/**
 * What the base map draws by itself from near by, topmost first: the details of the territory that are not shown as layers, and
 * not left out. None where no base layer is shown, and none over a basemap of the network, which has its own.
 */
export function baseDetails(state: AppState): StackedLayer[] {
  const { catalogue, shown, baseWithout } = state;
  const choices = catalogue?.territory.basemaps;
  const { offline, network } = resolveBasemap(state);
  const isShown = (id: string) => shown.some((layer) => layer.id === id);
  const hasBase = catalogue?.layers.some(({ id, base }) => base && isShown(id));
  if (!choices || network || !hasBase) return [];
  const opacity = baseOpacity(state);
  return choices.details.flatMap(({ layer: id, minZoom, labelMinZoom }) => {
    const layer = catalogue?.layers.find((candidate) => candidate.id === id);
    if (!layer || isShown(id) || baseWithout.includes(id)) return [];
    const { labelField, ...style } = baseStyle(layer, offline);
    const names = labelField && labelMinZoom !== undefined ? { labelField, labelMinZoom } : {};
    const drawn = kept(layer, offline, () => ({
      base: true,
      minZoom: Math.max(minZoom, layer.minZoom ?? 0),
      style: { ...style, ...names },
    }));
    return [{ layer: drawn, opacity }];
  });
}

/** What is drawn of a layer is the same object as long as the layer is: what was made of its style holds. */
const drawnOf = new WeakMap<Layer, Map<OfflineBasemap, Layer>>();

function kept(layer: Layer, basemap: OfflineBasemap, change: () => Partial<Layer>): Layer {
  const known = drawnOf.get(layer) ?? new Map<OfflineBasemap, Layer>();
  const drawn = known.get(basemap) ?? { ...layer, ...change() };
  drawnOf.set(layer, known.set(basemap, drawn));
  return drawn;
}
