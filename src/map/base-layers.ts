import { type OfflineBasemap, resolveBasemap } from '../domain/basemap.ts';
import type { Layer } from '../domain/layer.ts';
import { baseStyle, groundOf } from '../domain/style/base-style.ts';
import { onGround } from '../domain/style/on-ground.ts';
import type { AppState } from '../state/app-state.ts';
import { drawnDetails } from '../state/base-details.ts';
import { baseOpacity } from '../state/basemap-actions.ts';
import type { StackedLayer } from './stack.ts';

/** A layer as it is drawn over an offline basemap: `baseStyle` of a base layer, `onGround` of another; the same object each time. */
export function onBasemap(layer: Layer, basemap: OfflineBasemap): Layer {
  if (!layer.base) return onGround(layer, groundOf(basemap));
  return kept(layer, basemap, () => ({ style: baseStyle(layer, basemap) }));
}

/** What the base map draws by itself from near by, topmost first (see `drawnDetails`), in the colours of the basemap. */
export function baseDetails(state: AppState): StackedLayer[] {
  const { offline } = resolveBasemap(state);
  const opacity = baseOpacity(state);
  return drawnDetails(state).map(({ layer, minZoom, labelMinZoom }) => {
    const { labelField, ...style } = baseStyle(layer, offline);
    const names = labelField && labelMinZoom !== undefined ? { labelField, labelMinZoom } : {};
    const change = () => ({ base: true, minZoom, style: { ...style, ...names } });
    return { layer: kept(layer, offline, change), opacity };
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
